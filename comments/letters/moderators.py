"""What staff hear of reactions, each as they chose: the whole text, and where to judge it."""

from collections.abc import Sequence
from typing import Any, Final

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from accounts.models import MailPace, User
from comments.acts.reactions import COMMENT_ACTS
from comments.links import absolute
from comments.models import Comment
from comments.stopping import staff_stop_url
from desk.site import language_of
from mailing.models import Letter, Mail

MODERATE = "comments.moderate_comment"
#: What a moderator can begin on from the mail itself.
BY_MAIL: Final = frozenset({"goedkeuren", "afwijzen", "spam", "gelezen", "verwijderen"})


#: Kind of mail → what its reader chose to hear of.
CHOSEN: Final = {
    "desk_reaction": "mail_to_moderate",
    "desk_day": "mail_to_moderate",
    "author_reaction": "mail_own_articles",
    "author_day": "mail_own_articles",
}


def moderators(pace: str) -> list[User]:
    may = User.objects.with_perm(MODERATE).filter(mail_to_moderate=pace)
    return list(may.exclude(email="").order_by("pk"))


def authors(pace: str) -> list[User]:
    found = User.objects.filter(is_active=True, mail_own_articles=pace)
    return list(found.exclude(email="").order_by("pk"))


def authors_of(comment: Comment, pace: str) -> list[User]:
    """Whose article it is under; not who wrote the reaction."""
    theirs = comment.discussion.article.author_user_ids() - {comment.user_id}
    return [user for user in authors(pace) if user.pk in theirs]


def desk_of(comment: Comment) -> str:
    return absolute(reverse("admin:comments_comment_change", args=[comment.pk]))


def ways_to_decide(comment: Comment) -> list[tuple[StrOrPromise, str]]:
    """What can be done now, each with its page: that asks first, of who is signed in.

    It remembers how the reaction stood, so whoever comes second is told what was decided since.
    """
    last, page = comment.last_decision(), desk_of(comment).removesuffix("change/")
    seen = f"?gezien={comment.pk}:{last.pk if last else 0}"
    acts = (act for act in COMMENT_ACTS if act.name in BY_MAIL and act.applies(comment))
    return [(act.label, f"{page}{act.name}/{seen}") for act in acts]


def tell_moderators(comment: Comment) -> None:
    for user in moderators(MailPace.AT_ONCE):
        _post(
            user,
            f"arrived-{comment.pk}-{user.pk}",
            "desk_reaction",
            _("Nieuwe reactie op ‘%(title)s’"),
            [comment],
            comment.discussion.article.title,
            ways=ways_to_decide(comment),
        )


def tell_authors(comment: Comment) -> None:
    for user in authors_of(comment, MailPace.AT_ONCE):
        _post(
            user,
            f"yours-{comment.pk}-{user.pk}",
            "author_reaction",
            _("Nieuwe reactie op ‘%(title)s’"),
            [comment],
            comment.discussion.article.title,
            about=[comment],
        )


def tell_what_waits(user: User, day: str, waiting: Sequence[Comment], more: int) -> None:
    key, subject = f"waiting-{user.pk}-{day}", _("Reacties die op u wachten")
    _post(user, key, "desk_day", subject, waiting, more=more)


def tell_authors_day(user: User, day: str, comments: Sequence[Comment], more: int) -> None:
    key, subject = f"yours-{user.pk}-{day}", _("Nieuwe reacties op uw artikelen")
    _post(user, key, "author_day", subject, comments, more=more, about=comments)


def _post(
    user: User,
    key: str,
    kind: str,
    subject: StrOrPromise,
    comments: Sequence[Comment],
    title: str = "",
    *,
    more: int = 0,
    about: Sequence[Comment] = (),
    ways: Sequence[tuple[StrOrPromise, str]] = (),
) -> None:
    language = language_of(user)
    with translation.override(language):
        said = str(subject) % {"title": title} if title else subject
    context: dict[str, Any] = {
        "items": [(one, desk_of(one), absolute(one.get_absolute_url())) for one in comments],
        "more": more,
        "ways": ways,
        "queue": absolute(reverse("admin:comments_comment_changelist")),
        "preferences": absolute(reverse("admin:preferences")),
    }
    thread = f"discussie-{comments[0].discussion_id}" if title else ""
    Mail.objects.post(
        Letter(
            key,
            user.email,
            kind,
            said,
            context,
            thread,
            stop_url=staff_stop_url(user, CHOSEN[kind]),
            about=about,
            language=language,
        )
    )
