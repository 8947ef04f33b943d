"""What each role may do. This is the only place that says so; `manage.py roles` applies it."""

from typing import Final

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q

EDITORS: Final = "redactie"
AUTHORS: Final = "auteurs"
MODERATORS: Final = "moderatoren"


def _all(app: str, *models: str) -> tuple[str, ...]:
    verbs = ("view", "add", "change", "delete")
    return tuple(f"{app}.{verb}_{model}" for model in models for verb in verbs)


BLOCKS: Final = ("textblock", "pullquote", "tip", "imageblock", "embedblock")
SEE_DISCUSSIONS: Final = ("comments.view_discussion", "comments.view_comment")
MODERATE: Final = (
    *SEE_DISCUSSIONS,
    "comments.view_decision",
    "comments.close_discussion",
    "comments.moderate_comment",
    "comments.view_writer",
    "comments.change_writer",
    "comments.view_measure",
    "comments.add_measure",
    "comments.change_measure",
    "comments.view_wordrule",
    "comments.add_wordrule",
    "comments.change_wordrule",
    "comments.view_notice",
    "comments.view_noticemove",
)

SEE_RULES: Final = ("pages.view_houserules", "pages.view_rule", "pages.view_rulesversion")
#: Pages of which there is one are neither added nor deleted; what a row says can be.
KEEP_THE_SITE: Final = (
    *_all("pages", "menuitem", "textpage", "purpose", "retention", "rule"),
    *SEE_RULES,
    "pages.change_houserules",
    "pages.view_contactpage",
    "pages.change_contactpage",
    "pages.view_privacystatement",
    "pages.change_privacystatement",
    "pages.view_accessibilitystatement",
    "pages.change_accessibilitystatement",
    "pages.publish_page",
)

ROLES: Final[dict[str, tuple[str, ...]]] = {
    EDITORS: (
        *_all("articles", "article", "authorship", "author", "series", "topic", *BLOCKS),
        "pages.view_publication",
        "pages.change_publication",
        *KEEP_THE_SITE,
        "accounts.view_user",
        "articles.publish_article",
        *MODERATE,
        "mailing.view_mail",
        "mailing.resend_mail",
        "comments.see_notifier",
        "comments.view_policy",
        "comments.change_policy",
        *_all("comments", "openinghours", "closedday"),
    ),
    AUTHORS: (
        "articles.view_article",
        "articles.add_article",
        "articles.change_article",
        *_all("articles", *BLOCKS),
        "articles.view_authorship",
        "articles.view_author",
        "articles.view_series",
        "articles.view_topic",
    ),
    MODERATORS: (
        "articles.view_article",
        "articles.view_authorship",
        *(f"articles.view_{block}" for block in BLOCKS),
        *SEE_RULES,
        *MODERATE,
        "mailing.view_mail",
    ),
}


@transaction.atomic
def install() -> None:
    """Make the groups say exactly what ROLES says. Safe to run again.

    Raises ValueError for a permission that does not exist.
    """
    for name, wanted in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(_permissions(wanted))


def _permissions(names: tuple[str, ...]) -> list[Permission]:
    query = Q(pk__in=())
    for name in names:
        app, codename = name.split(".")
        query |= Q(content_type__app_label=app, codename=codename)
    found = list(Permission.objects.filter(query).select_related("content_type"))
    known = {f"{one.content_type.app_label}.{one.codename}" for one in found}
    if unknown := set(names) - known:
        raise ValueError(f"no such permission: {', '.join(sorted(unknown))}")
    return found
