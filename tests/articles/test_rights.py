"""Who may do what with an article in which state: every address of it, for every role."""

from typing import Any, Final

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, Author, Authorship, Event
from tests.articles.desk_form import ADD, article_form
from tests.conftest import Publish, SignIn
from tests.desk.messages import said

LIST: Final = "/beheer/articles/article/"
STATES: Final = ("draft", "review", "scheduled", "published", "expired", "withdrawn")
NOTE: Final = {"note": "Omdat."}
NOW: Final = {"at_0": "", "at_1": "", "until_0": "", "until_1": ""}

#: act → what its form says, the states in which it does something, and the roles that may
ACTS: Final[dict[str, tuple[dict[str, str], str, str]]] = {
    "insturen": (NOTE, "draft", "els ada"),
    "teruggeven": (NOTE, "review", "els ada"),
    "publiceren": (NOW, "draft review withdrawn", "els"),
    "planning": (NOW, "scheduled published expired", "els"),
    "intrekken": (NOTE, "scheduled published expired", "els"),
    "herzien": ({}, "withdrawn", "els"),
    "uitlichten": ({}, "scheduled published expired", "els"),
    "niet-uitlichten": ({}, " ".join(STATES), "els"),
    "corrigeren": ({"text": "Er stond 12."}, "published", "els"),
}
#: page → the states in which it opens, for each role; elsewhere it is refused
PAGES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "change": {"els": STATES, "ada": STATES, "mo": STATES},
    "history": {"els": STATES, "ada": STATES, "mo": STATES},
    "controleren": {"els": STATES, "ada": STATES, "mo": STATES},
    "delete": {"els": ("draft",)},
}
SAVES: Final = {"els": STATES, "ada": ("draft",)}


@pytest.fixture
def hers(in_every_state: dict[str, Article], ada: User) -> dict[str, Article]:
    """Ada's, one in each state."""
    author = Author.objects.get(user=ada)
    for article in in_every_state.values():
        Authorship.objects.create(article=article, author=author)
        article.refresh_from_db()
    return in_every_state


@pytest.fixture
def people(els: User, ada: User, mo: User, sign_in: SignIn) -> dict[str, Client]:
    """The cast at the desk; `gast` is staff without a role."""
    gast = User.objects.create_user("gast", is_staff=True)
    cast = {"els": els, "ada": ada, "mo": mo, "gast": gast}
    return {name: sign_in(user) for name, user in cast.items()}


def at(article: Article, act: str = "change") -> str:
    return f"{LIST}{article.pk}/{act}/"


@pytest.mark.parametrize("role", ["els", "ada", "mo", "gast"])
def test_a_page_opens_for_who_may_see_it(
    people: dict[str, Client], hers: dict[str, Article], role: str
) -> None:
    opens = {
        page: tuple(s for s in STATES if people[role].get(at(hers[s], page)).status_code == 200)
        for page in PAGES
    }
    assert opens == {page: tuple(roles.get(role, ())) for page, roles in PAGES.items()}


@pytest.mark.parametrize("role", ["els", "ada", "mo", "gast"])
@pytest.mark.parametrize("state", STATES)
def test_who_may_save_saves_and_others_change_nothing(
    people: dict[str, Client], hers: dict[str, Article], role: str, state: str
) -> None:
    article = hers[state]
    form = article_form(title="Anders", slug=article.slug)
    form["authorships-INITIAL_FORMS"] = 0
    status = people[role].post(at(article), form).status_code
    may = state in SAVES.get(role, ())
    assert status == (302 if may else 403)
    stored = Article.objects.get(pk=article.pk)
    assert (stored.title == "Anders") is may
    assert stored.state == article.state


@pytest.mark.parametrize("role", ["els", "ada", "mo", "gast"])
@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_done_by_who_may_in_the_states_where_it_applies(
    people: dict[str, Client], hers: dict[str, Article], role: str, act: str
) -> None:
    form, states, roles = ACTS[act]
    for state in STATES:
        before = Event.objects.count()
        response = people[role].post(at(hers[state], act), form)
        assert response.status_code == (302 if role in roles else 403), state
        done = Event.objects.count() - before
        assert done == (1 if role in roles and state in states.split() else 0), state
        if role in roles and not done:
            assert said(response)[-1][0] == "warning"


@pytest.mark.parametrize("role", ["els", "ada", "mo", "gast"])
@pytest.mark.parametrize("act", ACTS)
def test_the_list_s_menu_does_no_more_than_the_buttons(
    people: dict[str, Client], hers: dict[str, Article], role: str, act: str
) -> None:
    form, states, roles = ACTS[act]
    chosen = [article.pk for article in hers.values()]
    before = Event.objects.count()
    people[role].post(LIST, {"action": act, "_selected_action": chosen, "confirmed": "1", **form})
    may = len(states.split()) if role in roles else 0
    assert Event.objects.count() - before == may


@pytest.mark.parametrize(
    ("role", "buttons"),
    [
        (
            "els",
            {
                "draft": "insturen publiceren",
                "review": "teruggeven publiceren",
                "scheduled": "planning intrekken",
                "published": "planning corrigeren intrekken uitlichten",
                "expired": "planning intrekken",
                "withdrawn": "publiceren herzien",
            },
        ),
        ("ada", {"draft": "insturen", "review": "teruggeven"}),
        ("mo", {}),
    ],
)
def test_a_page_has_a_button_for_what_can_be_done_now(
    people: dict[str, Client], hers: dict[str, Article], role: str, buttons: dict[str, str]
) -> None:
    for state in STATES:
        page = people[role].get(at(hers[state])).text
        shown = {act for act in ACTS if f'"../{act}/"' in page}
        assert shown == set(buttons.get(state, "").split()), state


@pytest.mark.parametrize("state", STATES)
def test_an_author_finds_nothing_of_what_others_wrote(
    people: dict[str, Client], in_every_state: dict[str, Article], state: str
) -> None:
    other, ada = in_every_state[state], people["ada"]
    before = list(Event.objects.values_list("pk"))
    assert other.title not in ada.get(LIST).context["cl"].queryset.values_list("title", flat=True)
    for act, (form, _states, _roles) in ACTS.items():
        assert ada.post(at(other, act), form).status_code in {403, 404}
    assert ada.get(at(other, "controleren")).status_code == 404
    for page in ("change", "history", "delete"):
        assert ada.get(at(other, page)).status_code in {302, 403, 404}
        assert ada.post(at(other, page), {"post": "yes"}).status_code in {302, 403, 404, 405}
    assert list(Event.objects.values_list("pk")) == before
    assert Article.objects.filter(pk=other.pk, title=other.title).exists()


@pytest.mark.parametrize("stranger", ["niemand", "rik"])
def test_strangers_are_sent_to_the_door(
    hers: dict[str, Article], sign_in: SignIn, stranger: str
) -> None:
    client = Client() if stranger == "niemand" else sign_in(User.objects.create_user("rik"))
    for page in [*PAGES, *ACTS]:
        address = at(hers["draft"], page)
        for response in (client.get(address), client.post(address)):
            assert response.status_code == 302
            assert response.headers["Location"] == f"/beheer/login/?next={address}"


@pytest.mark.parametrize(("role", "status"), [("els", 302), ("ada", 302), ("mo", 403)])
def test_who_may_start_an_article(people: dict[str, Client], role: str, status: int) -> None:
    assert people[role].post(ADD, article_form()).status_code == status
    assert Article.objects.count() == (1 if status == 302 else 0)


def test_an_author_takes_back_what_was_sent_in_and_edits_it(
    people: dict[str, Client], hers: dict[str, Article]
) -> None:
    article = hers["review"]
    form = article_form(title="Anders", slug=article.slug)
    assert people["ada"].post(at(article), form).status_code == 403
    people["ada"].post(at(article, "teruggeven"), {"note": "Nog een zin."})
    assert people["ada"].post(at(article), form).status_code == 302


# --- Deleting -------------------------------------------------------------------------------------


def test_an_editor_deletes_a_draft_that_nobody_saw(
    people: dict[str, Client], hers: dict[str, Article]
) -> None:
    draft = hers["draft"]
    assert people["els"].post(at(draft, "delete"), {"post": "yes"}).status_code == 302
    assert not Article.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ("review", "Alleen een concept kan worden verwijderd."),
        ("scheduled", "kan niet worden verwijderd"),
        ("published", "op zijn adres moet altijd iets te lezen zijn"),
        ("expired", "kan niet worden verwijderd"),
        ("withdrawn", "kan niet worden verwijderd"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_no_draft_is_not_deleted_and_the_reason_is_told(
    people: dict[str, Client], hers: dict[str, Article], state: str, why: str, method: str
) -> None:
    article = hers[state]
    response: Any = getattr(people["els"], method)(at(article, "delete"), {"post": "yes"})
    assert response.headers["Location"] == at(article)
    assert why in said(response)[0][1]
    assert Article.objects.filter(pk=article.pk).exists()


def test_a_concept_that_readers_saw_before_is_not_deleted(
    people: dict[str, Client], publish: Publish, els: User
) -> None:
    article = publish()
    article.withdraw(els)
    article.revise(els)
    people["els"].post(at(article, "delete"), {"post": "yes"})
    assert Article.objects.filter(pk=article.pk).exists()


@pytest.mark.parametrize("role", ["els", "ada", "mo"])
def test_nothing_is_deleted_from_the_list(
    people: dict[str, Client], hers: dict[str, Article], role: str
) -> None:
    assert "delete_selected" not in people[role].get(LIST).text
    chosen = [article.pk for article in hers.values()]
    form = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    people[role].post(LIST, form)
    assert Article.objects.count() == len(hers)
