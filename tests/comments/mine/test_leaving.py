"""A writer takes back: a reaction for a day, a name for good, or all of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from comments.models import Comment, Decision, Discussion, Follow, Measure, Version, Writer
from comments.models.decision import Reason
from desk.refused import Refused
from mailing.models import Mail
from search.index import Kind
from search.models import Entry
from tests.comments.mine.conftest import Door
from tests.conftest import React

State, Verb = Comment.State, Decision.Verb


def again(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


def last_verb(comment: Comment) -> str:
    return comment.decisions.order_by("-pk")[0].verb


def page_of(comment: Comment, client: Client) -> str:
    return client.get(comment.discussion.article.get_absolute_url()).text


# --- Putting back -------------------------------------------------------------------------------


def test_a_withdrawn_reaction_comes_back_where_it_was(
    client: Client, door: Door, react: React
) -> None:
    comment = react("Toch goed.")
    react("Later.", email="iemand@voorbeeld.nl")
    given = (comment.number, comment.path, comment.published_at)
    comment.withdraw()
    assert "Zet terug" in client.get(door()).text
    answer = client.post(door("put_back", comment))
    assert answer["Location"].endswith("?gedaan=terug")
    back = again(comment)
    assert (back.number, back.path, back.published_at) == given
    assert back.discussion.published_count == 2
    assert "Toch goed." in page_of(comment, client)
    decision = comment.decisions.order_by("-pk")[0]
    assert (decision.verb, decision.rule, decision.by) == (Verb.RESTORE, "writer", None)


def test_what_waited_waits_again(client: Client, door: Door, react: React) -> None:
    comment = react(approved=False)
    comment.withdraw()
    client.post(door("put_back", comment))
    assert (again(comment).state, again(comment).number) == (State.PENDING, None)


def test_a_second_click_puts_back_nothing(client: Client, door: Door, react: React) -> None:
    comment = react()
    comment.withdraw()
    client.post(door("put_back", comment))
    answer = client.post(door("put_back", comment), follow=True)
    assert "Deze reactie kan niet worden teruggezet." in answer.text
    assert again(comment).state == State.PUBLISHED


def test_after_a_day_it_stays_away(client: Client, door: Door, react: React) -> None:
    comment = react()
    comment.withdraw(at=timezone.now() - timedelta(days=1))
    assert "Zet terug" not in client.get(door()).text
    client.post(door("put_back", comment))
    assert again(comment).state == State.WITHDRAWN


def test_who_is_blocked_puts_nothing_back(react: React, rik: Writer, mo: User) -> None:
    comment = react()
    comment.withdraw()
    Measure.objects.create(writer=rik, kind=Measure.Kind.REFUSE, reason="Schelden.", by=mo)
    with pytest.raises(Refused, match="U kunt hier voorlopig niet reageren"):
        comment.put_back()
    assert again(comment).state == State.WITHDRAWN


def test_what_staff_removed_is_not_the_writers_to_put_back(react: React, mo: User) -> None:
    comment = react()
    comment.remove(mo, Reason.LEGAL)
    with pytest.raises(Refused):
        comment.put_back()
    assert again(comment).state == State.REMOVED


# --- Without a name -----------------------------------------------------------------------------


def test_without_a_name_the_text_stays(client: Client, door: Door, react: React) -> None:
    comment = react("Dat herken ik.", affiliation="Gemeente Zuidersluis")
    react("Eens.", to=comment, name="Kim", email="kim@voorbeeld.nl")
    answer = client.get(door("anonymise", comment))
    assert "Dit kunt u niet ongedaan maken." in answer.text
    assert again(comment).name == "Rik"
    assert client.post(door("anonymise", comment))["Location"].endswith("?gedaan=anoniem")
    stored = again(comment)
    assert (stored.name, stored.email, stored.affiliation) == ("Anoniem", "", "")
    assert (stored.state, stored.body, last_verb(comment)) == (
        State.PUBLISHED,
        "Dat herken ik.",
        Verb.ANONYMISE,
    )
    page = page_of(comment, client)
    assert "Dat herken ik." in page
    assert "Zuidersluis" not in page
    assert "Rik" not in page  # also not where it is answered
    assert 'in reactie op <a href="#reactie-1">Anoniem' in page


def test_a_name_is_gone_from_everywhere(client: Client, door: Door, react: React) -> None:
    comment = react("Dat herken ik.", name="Hendrik-Jan")
    slug = comment.discussion.article.slug
    places = ["/", "/zoeken/?q=herken", f"/artikelen/{slug}/", "/feeds/reacties/", "/sitemap.xml"]
    answers = [client.get(place) for place in places]
    assert sum("Hendrik-Jan" in answer.text for answer in answers) >= 3
    client.post(door("anonymise", comment))
    for place in places:
        assert "Hendrik-Jan" not in client.get(place).text, place
    assert Entry.objects.get(kind=Kind.REACTION, object_id=comment.pk).body == "Dat herken ik."


def test_who_left_no_name_is_not_followed_back_to(
    react: React, rik: Writer, discussion: Discussion
) -> None:
    comment = react()
    Follow.objects.create(writer=rik, what="conversation", comment=comment)
    kept = Follow.objects.create(writer=rik, what="discussion", discussion=discussion)
    comment.anonymise()
    assert list(Follow.objects.all()) == [kept]


def test_once_nameless_it_is_nobody_s(client: Client, door: Door, react: React) -> None:
    comment = react()
    client.post(door("anonymise", comment))
    assert client.post(door("anonymise", comment)).status_code == 404
    assert client.post(door("withdraw", comment)).status_code == 404
    with pytest.raises(Refused, match="niet meer van u"):
        comment.erase()
    assert Decision.objects.filter(verb=Verb.ANONYMISE).count() == 1


# --- For good -----------------------------------------------------------------------------------


def test_erased_leaves_a_place_only_where_it_was_answered(
    client: Client, door: Door, react: React
) -> None:
    answered, alone = react("Weg ermee."), react("Ook weg.")
    react("Jammer.", to=answered, name="Kim", email="kim@voorbeeld.nl")
    for comment in (answered, alone):
        assert client.post(door("erase", comment))["Location"].endswith("?gedaan=gewist")
        stored = again(comment)
        assert (stored.body, stored.body_html, stored.name, stored.email) == ("", "", "Anoniem", "")
        assert (stored.state, last_verb(comment)) == (State.WITHDRAWN, Verb.ERASE)
    page = page_of(answered, client)
    assert page.count("De schrijver heeft deze reactie verwijderd.") == 1
    assert "Rik" not in page
    assert Discussion.objects.get().published_count == 1
    assert not Entry.objects.filter(kind=Kind.REACTION, object_id__in=[answered.pk, alone.pk])


def test_earlier_texts_go_with_it(react: React) -> None:
    comment = react("Goed.")
    comment.correct("Beter.")
    assert Version.objects.count() == 1
    comment.erase()
    assert Version.objects.count() == 0


def test_what_was_withdrawn_before_is_erased_for_good(react: React) -> None:
    comment = react("Goed.")
    comment.withdraw()
    comment.erase()
    assert again(comment).body == ""
    with pytest.raises(Refused):
        comment.put_back()


@pytest.mark.parametrize("state", [State.REFUSED, State.REMOVED, State.SPAM])
def test_what_was_turned_down_keeps_its_text_without_a_name(
    react: React, mo: User, state: str
) -> None:
    """Somebody may still object to the decision."""
    comment = react("Niet zo netjes.", approved=state == State.REMOVED)
    if state == State.SPAM:
        comment.mark_spam(mo)
    else:
        (comment.remove if state == State.REMOVED else comment.refuse)(mo, Reason.OFFENSIVE)
    comment.erase()
    stored = again(comment)
    assert (stored.state, stored.body, stored.name, stored.email) == (
        state,
        "Niet zo netjes.",
        "Anoniem",
        "",
    )
    assert stored.reason == ("" if state == State.SPAM else Reason.OFFENSIVE)


def test_nobody_is_mailed_about_what_they_did_themselves(react: React) -> None:
    comment, other = react("Een."), react("Twee.")
    before = Mail.objects.count()
    comment.withdraw()
    comment.put_back()
    comment.anonymise()
    other.erase()
    assert Mail.objects.count() == before


@pytest.mark.parametrize(
    ("name", "body", "asked"), [("anonymise_all", "Mijn eerste.", 3), ("erase_all", "", 3)]
)
def test_all_of_ones_own_at_once(
    client: Client, door: Door, react: React, mo: User, name: str, body: str, asked: int
) -> None:
    first, _second = react("Mijn eerste."), react("Mijn tweede.", approved=False)
    react("Mijn derde.", approved=False).refuse(mo, Reason.OFF_TOPIC)
    others = react("Van een ander.", email="iemand@voorbeeld.nl")
    assert f"Het gaat om {asked} reacties." in client.get(door(name)).text
    assert Comment.objects.filter(email="rik@voorbeeld.nl").count() == 3
    for _ in range(2):
        assert client.post(door(name)).status_code == 302
    assert Comment.objects.filter(email="rik@voorbeeld.nl").count() == 0
    assert again(first).body == body
    assert again(others).name == "Rik"
    assert "Nog geen reacties" in client.get(door()).text
