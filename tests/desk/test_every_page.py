"""A typo in an option of the admin fails here: every page of every model is opened, and each list
is searched, narrowed by each filter and put in order by each column, for each role.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.core import checks
from django.urls import reverse

from accounts.models import User
from articles.models import Article, Author, Series
from comments.models import Measure, WordRule, Writer
from desk.site import DeskSite
from mailing.models import Mail
from pages.models import Publication
from tests.comments.reports import report
from tests.conftest import React
from tests.desk.conftest import Enter
from tests.desk.test_pages import MODELS, OPENS, ROLES

SITE = admin.site
#: Singletons have no list: their one page is at the list's address.
SINGLE = {
    "pages.publication",
    "pages.accessibilitystatement",
    "pages.contactpage",
    "pages.houserules",
    "pages.privacystatement",
    "comments.policy",
}
#: What an inline knows by itself, or shows and does not ask.
UNSHOWN = {
    "article",
    "parent",
    "by",
    "page",
    "statement",
    "rules",
    "publication",
    "policy",
    "decision",
}
#: Nobody edits what was said and decided.
READ_ONLY = {"comments.comment", "comments.discussion", "comments.notice", "mailing.mail"}
#: What readers saw or can always refer to stays, whoever asks; and how that is said.
LASTING = {"articles.article": 302, "pages.textpage": 403}
LISTS = sorted(set(MODELS) - SINGLE)


@pytest.fixture
def something(react: React, mo: User) -> None:
    """One of everything, with all relations filled, so that each filter has a choice."""
    report(react())
    react("Wacht.", approved=False)
    series = Series.objects.create(title="Het loket", slug="het-loket")
    Article.objects.update(series=series, series_position=1)
    Article.objects.get().tags.add("overheid")
    Publication.objects.create()
    Mail.objects.create(key="een", to="rik@voorbeeld.nl", kind="trial", subject="Een proef")
    WordRule.objects.create(pattern="gok*")
    rik = Writer.objects.of("rik@voorbeeld.nl")
    Measure.objects.create(writer=rik, kind="hold", reason="Ruzie.", by=mo)


def page(label: str, name: str, *args: Any) -> str:
    return reverse(f"admin:{label.replace('.', '_')}_{name}", args=args)


def expected(label: str, role: str, letter: str) -> int:
    return 200 if letter in OPENS[label][ROLES.index(role)] else 403


def narrowed(client: Any, address: str) -> Iterator[str]:
    """The list with each choice of each filter, each order, each level of dates, and searched."""
    changelist = client.get(address).context["cl"]
    for spec in changelist.filter_specs:
        for choice in spec.choices(changelist):
            yield address + choice["query_string"]
    for number, _column in enumerate(changelist.list_display):
        yield f"{address}?o={number}"
        yield f"{address}?o=-{number}"
    if changelist.date_hierarchy:
        yield f"{address}?{changelist.date_hierarchy}__year=2026"
    yield f"{address}?q=balie"
    yield f"{address}?p=2"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("label", LISTS)
def test_a_list_opens_in_every_way(enter: Enter, something: None, label: str, role: str) -> None:
    client, address = enter(role), page(label, "changelist")
    status = expected(label, role, "l")
    assert client.get(address).status_code == status
    if status != 200:
        assert client.get(f"{address}?q=balie").status_code == status
        return
    for way in narrowed(client, address):
        response = client.get(way)
        assert response.status_code == 200, way
        assert "e=1" not in way


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("label", sorted(MODELS))
def test_the_pages_of_a_thing_open_for_who_may_see_it(
    enter: Enter, something: None, label: str, role: str
) -> None:
    client = enter(role)
    thing: Any = MODELS[label]._default_manager.first()  # noqa: SLF001
    assert client.get(page(label, "add")).status_code == expected(label, role, "a")
    change = expected(label, role, "c")
    assert client.get(page(label, "change", thing.pk)).status_code == change
    assert client.get(page(label, "history", thing.pk)).status_code == change
    if label in SINGLE:
        return
    may_delete = client.get("/beheer/").wsgi_request.user.has_perm(
        label.replace(".", ".delete_")
    ) and not label.startswith(("comments.", "mailing."))
    answer = client.get(page(label, "delete", thing.pk))
    # What readers have seen is not deleted: whoever asks is told so, back on its page.
    assert answer.status_code == (LASTING.get(label, 200) if may_delete else 403)


@pytest.mark.parametrize("field", ["series", "translation_of", "author", "user"])
def test_a_long_list_of_choices_is_searched(enter: Enter, something: None, field: str) -> None:
    model = {"author": "authorship", "user": "author"}.get(field, "article")
    query = {"app_label": "articles", "model_name": model, "field_name": field, "term": "a"}
    response = enter("els").get("/beheer/autocomplete/", query)
    assert response.status_code == 200
    assert enter("gast").get("/beheer/autocomplete/", query).status_code == 403


@pytest.mark.parametrize("label", sorted(set(MODELS) - {"auth.group", "accounts.user"}))
def test_what_can_be_many_is_never_one_long_list(enter: Enter, rf: Any, label: str) -> None:
    request = rf.get("/")
    request.user = enter("baas").get("/beheer/").wsgi_request.user
    site: Any = SITE
    options = site.get_model_admin(MODELS[label])
    forms = [(options, options.get_form(request))] if label not in READ_ONLY else []
    forms += [(one, one.get_formset(request).form) for one in options.get_inline_instances(request)]
    for holder, form in forms:
        long = {name for name, field in form.base_fields.items() if hasattr(field, "queryset")}
        assert long - UNSHOWN <= set(holder.autocomplete_fields)


WRONG: list[dict[str, Any]] = [
    {"list_display": ["nmae"]},
    {"list_filter": ["organisatoin"]},
    {"readonly_fields": ["slugg"]},
    {"autocomplete_fields": ["account"]},
    {"prepopulated_fields": {"slug": ["title"]}},
    {"date_hierarchy": "published"},
    {"ordering": ["titel"]},
    {"fieldsets": [(None, {"fields": ["name", "name"]})]},
]


@pytest.mark.parametrize("option", WRONG)
def test_a_misspelt_option_does_not_start(option: dict[str, Any]) -> None:
    found = type("Misspelt", (admin.ModelAdmin,), option)(Author, SITE).check()
    assert [error for error in found if error.level >= checks.ERROR]


UNSEEN: list[dict[str, Any]] = [
    {"search_fields": ["nmae"]},
    {"list_select_related": ["acount"]},
    {"fields": ["nmae"]},
]


@pytest.mark.parametrize("option", UNSEEN)
def test_what_starts_with_a_misspelt_option_does_not_open(
    enter: Enter, article: Article, rf: Any, option: dict[str, Any]
) -> None:
    """Django’s checks say nothing of these; opening the pages does, which is what is done above."""
    misspelt = type("Misspelt", (admin.ModelAdmin,), option)(Author, DeskSite())
    assert misspelt.check() == []
    request = rf.get("/?q=ada")
    request.user = enter("baas").get("/beheer/").wsgi_request.user
    author = str(Author.objects.get().pk)
    with pytest.raises(Exception, match=r"nmae|acount"):
        _ = misspelt.changelist_view(request).render(), misspelt.change_view(request, author)
