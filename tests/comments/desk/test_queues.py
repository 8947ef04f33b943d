"""The queues of the desk: what is in each, how it is narrowed, and what it costs."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Topic
from comments.models import Comment, Discussion, Measure, Notice, Writer
from comments.models.decision import Reason
from tests.comments.desk.conftest import LIST, Judged, listed, word
from tests.conftest import Publish, React, SignIn, first_visit


def report(comment: Comment, number: int = 1, state: str = "received") -> Notice:
    return Notice.objects.create(
        reference=f"M-{number}", kind="rules", comment=comment, snapshot=comment.body, state=state
    )


def tabs(page: Any) -> dict[str, int]:
    return {str(tab["label"]): tab["number"] for tab in page.context["cl"].tabs()}


@pytest.fixture
def all_kinds(react: React, judged: Judged, mo: User) -> None:
    """At least one in each queue."""
    react("Wacht.", approved=False)
    report(react("Gemeld."))
    report(react("Gemeld en besloten."), 2, "decided")
    judged("Ongelezen.")
    react("Afgewezen.", approved=False).refuse(mo, Reason.OFF_TOPIC)
    react("Spam.", approved=False).mark_spam(mo)
    react("Weg.").remove(mo, Reason.LEGAL)


@pytest.mark.parametrize(
    ("queue", "bodies"),
    [
        ("", ["Wacht."]),
        ("pending", ["Wacht."]),
        ("gemeld", ["Gemeld."]),
        ("ongelezen", ["Ongelezen."]),
        ("refused", ["Afgewezen."]),
        ("spam", ["Spam."]),
        ("removed", ["Weg."]),
        ("published", ["Ongelezen.", "Gemeld en besloten.", "Gemeld."]),
        ("verzonnen", []),
    ],
)
def test_each_queue_has_its_reactions(
    desk: Client, all_kinds: None, queue: str, bodies: list[str]
) -> None:
    assert listed(desk.get(LIST, {"staat": queue})) == bodies


def test_tabs_count_and_say_since_when_the_oldest_waits(desk: Client, all_kinds: None) -> None:
    Comment.objects.waiting().update(created_at=timezone.now() - timedelta(hours=30))
    page = desk.get(LIST)
    assert tabs(page) == {
        "Wachten": 1,
        "Gemeld": 1,
        "Nog niet gelezen": 1,
        "Afgewezen": 1,
        "Spam": 1,
        "Alle": 7,
    }
    assert re.search(r"De oudste reactie wacht 1\sdag", page.text)
    assert re.search(r"de oudste wacht 1\sdag", desk.get("/beheer/").text)


def test_a_queue_of_chosen_articles_is_a_bookmark(
    desk: Client, publish: Publish, react: React, ada: User
) -> None:
    react("Aan de balie.", approved=False)
    other, third = publish("De brief"), publish("De brug")
    other.tags.add("brieven")
    Discussion.objects.begin_for([other, third])
    for article in (other, third):
        body = f"Bij {article}."
        Comment.objects.create(discussion=article.discussion, name="Noor", body=body)
    topic = Topic.objects.get().pk
    assert listed(desk.get(LIST, {"onderwerp": topic})) == ["Bij De brief."]
    page = desk.get(LIST, {"artikel": f"{other.pk},{third.pk}"})
    assert listed(page) == ["Bij De brief.", "Bij De brug."]
    assert tabs(page)["Wachten"] == 2
    assert "alleen bij: <strong>De brief, De brug" in page.text.replace("Alleen", "alleen")
    assert len(listed(desk.get(LIST, {"artikel": "１"}))) == 3
    for nonsense in ("x", "-1", "9" * 40, ",,", "\x00"):
        assert len(listed(desk.get(LIST, {"artikel": nonsense, "onderwerp": nonsense}))) == 3


def test_a_writer_s_reactions_are_found_without_an_address_in_the_address(
    desk: Client, react: React
) -> None:
    by_noor = react("Van Noor.", approved=False, name="Noor", email="noor@voorbeeld.nl")
    react("Ook van Noor.", name="N.", email="noor@voorbeeld.nl")
    react("Van Rik.", approved=False)
    url = f"{LIST}?schrijver={by_noor.pk}&amp;staat=alle"
    assert url in desk.get(LIST).text
    assert set(listed(desk.get(url.replace("&amp;", "&")))) == {"Van Noor.", "Ook van Noor."}


def test_who_left_no_address_is_not_one_writer(desk: Client, react: React) -> None:
    without = react("Zonder.", approved=False, email="")
    react("Ook zonder.", approved=False, email="")
    assert listed(desk.get(LIST, {"schrijver": without.pk})) == []


@pytest.mark.parametrize(
    ("van", "tot", "bodies"),
    [
        ("2026-03-29", "2026-03-29", ["Die dag."]),
        ("2026-03-29", "", ["Die dag.", "Erna."]),
        ("", "2026-03-28", ["Ervoor."]),
        ("gisteren", "0000-00-00", ["Ervoor.", "Die dag.", "Erna."]),
        ("9999-12-31", "9999-12-31", ["Ervoor.", "Die dag.", "Erna."]),
    ],
)
def test_days_are_those_of_the_dutch_clock(
    desk: Client, react: React, van: str, tot: str, bodies: list[str]
) -> None:
    for body, at in {
        "Ervoor.": "2026-03-28T22:59:00Z",
        "Die dag.": "2026-03-28T23:01:00Z",  # on the clock a minute past midnight
        "Erna.": "2026-03-29T22:01:00Z",
    }.items():
        Comment.objects.filter(pk=react(body, approved=False).pk).update(created_at=at)
    assert listed(desk.get(LIST, {"van": van, "tot": tot})) == bodies


def test_a_page_that_is_empty_by_now_is_the_first(desk: Client, react: React) -> None:
    react(approved=False)
    page = desk.get(LIST, {"p": "7", "q": "herken"})
    assert page.status_code == 200
    assert listed(page) == ["Dat herken ik."]


# --- What is shown with each ---------------------------------------------------------------------


def test_words_that_held_it_are_marked_and_the_reason_is_told(desk: Client, judged: Judged) -> None:
    judged("Kom **Gokken** & <b>win</b>", word("gokken"))
    text = desk.get(LIST).text
    assert "<strong><mark>Gokken</mark></strong> &amp; &lt;b&gt;win" in text
    assert "Waarom dit is vastgehouden" in text
    assert "gok*" in text


def test_what_is_known_of_the_writer_stands_beside_it(
    desk: Client, react: React, judged: Judged, mo: User
) -> None:
    of_sem: Any = {"name": "Sem", "email": "Sem@voorbeeld.nl"}
    react("Nieuw.", approved=False, **of_sem)
    assert "eerste reactie van deze schrijver" in desk.get(LIST).text
    report(react("Een.", **of_sem))
    react("Twee.", **of_sem).remove(mo, Reason.LEGAL)
    react("Drie.", approved=False, **of_sem).refuse(mo, Reason.OFF_TOPIC)
    writer = Writer.objects.of("sem@voorbeeld.nl")
    writer.note, writer.confirmed_at = "Zie <dossier>.", timezone.now()
    writer.save()
    for kind, until in (("hold", None), ("refuse", timezone.now() - timedelta(days=1))):
        Measure.objects.create(writer=writer, kind=kind, reason=f"Om {kind}.", until=until, by=mo)
    Measure.objects.filter(kind="refuse").update(since=timezone.now() - timedelta(days=2))
    text = " ".join(desk.get(LIST).text.split())
    assert "(bevestigd): 1 geplaatst, 1 afgewezen, 1 verwijderd, 0 spam, 1 gemeld" in text
    assert "Zie &lt;dossier&gt;." in text
    assert "Om hold." in text
    assert "Om refuse." not in text


def test_buttons_name_the_reaction_and_lead_on_to_the_next(desk: Client, react: React) -> None:
    first, second = react("Een.", approved=False), react("Twee.", approved=False)
    page = desk.get(LIST, {"q": "e"})
    assert page.text.count('aria-label="Goedkeuren: reactie van Rik"') == 2
    nexts = [item.next for item in page.context["items"]]
    assert nexts == [f"{LIST}?q=e#oordeel-{second.pk}", f"{LIST}?q=e#oordeel-{first.pk}"]
    answer = desk.post(f"{LIST}{first.pk}/goedkeuren/", {"next": nexts[0]})
    assert answer.headers["Location"] == nexts[0]
    assert "Antwoorden: reactie 1 van Rik" in desk.get(LIST, {"staat": "alle"}).text


def test_who_may_only_look_gets_nothing_to_do(react: React, sign_in: SignIn, els: User) -> None:
    els.groups.clear()
    els.user_permissions.set(permissions("view_comment"))
    react(approved=False)
    page = sign_in(els).get(LIST)
    assert listed(page) == ["Dat herken ik."]
    assert "formaction" not in page.text
    assert 'name="_selected_action"' not in page.text


def permissions(*names: str) -> Any:
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    return Permission.objects.filter(codename__in=names)


@pytest.mark.parametrize("queue", ["pending", "gemeld", "alle"])
def test_a_queue_costs_the_same_at_two_and_at_thirty(
    desk: Client, react: React, article: Article, mo: User, queue: str
) -> None:
    first_visit()
    article.tags.add("balie")

    def cost() -> int:
        desk.get(LIST, {"staat": queue})
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(LIST, {"staat": queue})
        assert len(listed(page)) <= 25
        return len(queries)

    def more(start: int, stop: int) -> None:
        for n in range(start, stop):
            fields: Any = {"name": f"Lezer {n}", "email": f"lezer{n}@voorbeeld.nl"}
            comment = react(f"Nr. {n}", approved=False, **fields)
            report(comment, n)
            writer = Writer.objects.of(comment.email)
            Measure.objects.create(writer=writer, kind="hold", reason="Zo.", by=mo)

    more(0, 2)
    few = cost()
    more(2, 30)
    assert cost() == few
    assert few <= 20  # six of them count a queue, each by its own index
