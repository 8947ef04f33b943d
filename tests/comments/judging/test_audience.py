"""Who may react: the form says so before it is filled in, and whoever is new can begin."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article
from comments import standing
from comments.audience import barred
from comments.models import Comment, Discussion, Policy, Writer
from mailing.models import Mail
from tests.comments.judging.conftest import SetPolicy
from tests.comments.test_queries import queries
from tests.conftest import Publish, React, SignIn

CONFIRM = "Bevestig eerst uw e-mailadres."
STAFF = "Reageren kan nu alleen door medewerkers."
ASK = "/mijn-reacties/"


@pytest.mark.parametrize(
    ("audience", "known", "left_out"),
    [
        ("everyone", False, ""),
        ("everyone", True, ""),
        ("confirmed", False, "confirmed"),
        ("confirmed", True, ""),
        ("staff", False, "staff"),
        ("staff", True, "staff"),
    ],
)
def test_whom_it_leaves_out(audience: str, known: bool, left_out: str) -> None:
    assert barred(Policy(audience=audience), known=known) == left_out


# --- Confirmed addresses only ---------------------------------------------------------------------


@pytest.fixture
def confirmed_only(set_policy: SetPolicy) -> Policy:
    return set_policy(audience="confirmed")


@pytest.mark.usefixtures("confirmed_only")
def test_who_is_not_known_is_asked_an_address_instead_of_a_reaction(
    client: Client, form: str
) -> None:
    answer = client.get(form)
    assert answer.status_code == 200
    assert f'<h1 id="reactie-body-wie">{CONFIRM}</h1>' in answer.text
    assert f'action="{ASK}"' in answer.text
    assert 'name="body"' not in answer.text
    assert not answer.cookies


@pytest.mark.usefixtures("confirmed_only")
def test_in_place_it_is_a_part_and_ids_of_two_differ(htmx: Client, form: str, react: React) -> None:
    react("Een.")
    for address, auto_id in ((form, "reactie"), (f"{form}?op=1", "op-1")):
        part = htmx.get(address).text
        assert "<html" not in part
        assert f'<h3 id="{auto_id}-body-wie" tabindex="-1" autofocus>' in part
        assert f'id="adres-{auto_id}-email"' in part


def test_a_new_reader_gets_from_the_form_to_a_reaction(
    client: Client,
    form: str,
    confirmed_only: Policy,
    fair: dict[str, str],
) -> None:
    """It was a dead end: only who had reacted before was sent a link."""
    answer = client.post(ASK, {"email": "Nieuw@Voorbeeld.nl"}, follow=True)
    assert "De link staat binnen enkele minuten in uw mailbox." in answer.text
    mail = Mail.objects.get(to="nieuw@voorbeeld.nl")
    door = next(urlsplit(word).path for word in mail.text.split() if ASK in word)
    assert (
        "U kunt reageren zodra dit apparaat onthoudt dat dit uw adres is." in client.get(door).text
    )
    client.post(f"{door}onthouden/")
    assert "zodra dit apparaat onthoudt" not in client.get(door).text
    page = client.get(form).text
    assert 'value="nieuw@voorbeeld.nl"' in page
    assert CONFIRM not in page
    assert client.post(form, {**fair, "email": "nieuw@voorbeeld.nl"}).status_code == 302
    assert Comment.objects.get().email == "nieuw@voorbeeld.nl"


@pytest.mark.usefixtures("confirmed_only")
def test_one_connection_cannot_have_us_mail_everybody(client: Client) -> None:
    for n in range(12):
        assert client.post(ASK, {"email": f"lezer{n}@voorbeeld.nl"}).status_code == 302
    assert Mail.objects.count() == Writer.objects.count() == 5
    Client(REMOTE_ADDR="198.51.100.7").post(ASK, {"email": "ander@voorbeeld.nl"})
    assert Mail.objects.filter(to="ander@voorbeeld.nl").count() == 1


@pytest.mark.parametrize("audience", ["everyone", "staff"])
def test_elsewhere_a_stranger_is_mailed_nothing(
    client: Client,
    set_policy: SetPolicy,
    audience: str,
) -> None:
    set_policy(audience=audience)
    answer = client.post(ASK, {"email": "nieuw@voorbeeld.nl"}, follow=True)
    assert "Hebt u met dit e-mailadres gereageerd of u aangemeld?" in answer.text
    assert not Mail.objects.exists()
    assert not Writer.objects.exists()


@pytest.mark.parametrize("sends", [{}, {"citeer": "ja"}, {"voorbeeld": "ja"}])
@pytest.mark.usefixtures("confirmed_only")
def test_what_was_typed_stays_whatever_was_clicked(
    client: Client,
    form: str,
    react: React,
    fair: dict[str, str],
    sends: dict[str, str],
) -> None:
    react("Een.")
    page = client.post(f"{form}?op=1", {**fair, "body": "Een heel verhaal.", **sends}).text
    assert "Een heel verhaal.</textarea>" in page
    assert f'action="{ASK}"' in page
    assert Comment.objects.count() == 1


def test_to_be_known_by_one_address_is_not_to_be_known_by_another(
    client: Client,
    form: str,
    confirmed_only: Policy,
    known: Writer,
    fair: dict[str, str],
) -> None:
    assert CONFIRM not in client.get(form).text
    answer = client.post(form, {**fair, "email": "noor@voorbeeld.nl"})
    assert answer.status_code == 422
    assert CONFIRM in answer.text
    assert client.post(form, fair).status_code == 302


def test_a_forged_cookie_opens_nothing(
    client: Client, form: str, confirmed_only: Policy, db: None
) -> None:
    writer = Writer.objects.create(email="rik@voorbeeld.nl")
    for value in ("1", f"{writer.pk}:abc", ""):
        client.cookies[standing.COOKIE] = value
        assert CONFIRM in client.get(form).text


# --- Staff only -----------------------------------------------------------------------------------


@pytest.mark.parametrize("known_here", [False, True])
def test_where_only_staff_react_a_reader_is_told(
    request: pytest.FixtureRequest, client: Client, form: str, set_policy: SetPolicy,
    known_here: bool,
) -> None:  # fmt: skip
    if known_here:
        request.getfixturevalue("known")
    set_policy(audience="staff")
    answer = client.get(form)
    assert answer.status_code == 403
    assert STAFF in answer.text
    assert "<textarea" not in answer.text
    assert f'action="{ASK}"' not in answer.text


@pytest.mark.parametrize("audience", ["staff", "confirmed"])
def test_staff_have_their_form_all_the_same(
    sign_in: SignIn,
    form: str,
    mo: User,
    set_policy: SetPolicy,
    audience: str,
) -> None:
    set_policy(audience=audience)
    browser = sign_in(mo)
    page = browser.get(form).text
    assert "U reageert als Mo Karimi." in page
    assert STAFF not in page
    assert CONFIRM not in page
    assert browser.post(form, {"body": "Dank u."}).status_code == 302


def test_who_writes_something_else_is_a_reader_here(
    sign_in: SignIn,
    form: str,
    ben: User,
    set_policy: SetPolicy,
) -> None:
    set_policy(audience="staff")
    assert sign_in(ben).get(form).status_code == 403


def test_closed_is_closed_for_everybody(
    client: Client, form: str, discussion: Discussion, mo: User, confirmed_only: Policy
) -> None:
    discussion.close(mo)
    page = client.get(form).text
    assert "Reageren is gesloten." in page
    assert CONFIRM not in page


# --- Under the article ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("audience", "says", "button"),
    [
        ("everyone", "", True),
        ("confirmed", "Hier reageert alleen wie het e-mailadres heeft bevestigd.", True),
        ("staff", STAFF, False),
    ],
)
def test_the_invitation_says_for_whom_it_is(
    client: Client, article: Article, form: str, set_policy: SetPolicy,
    audience: str, says: str, button: bool,
) -> None:  # fmt: skip
    set_policy(audience=audience)
    page = client.get(article.get_absolute_url()).text
    assert says in page
    assert (f'<a class="button" href="{form}"' in page) is button
    assert f'href="{form}"' in page


@pytest.mark.parametrize(
    ("policy", "own", "first"),
    [
        ("before", "", True),
        ("after", "", False),
        ("after", "before", True),
        ("before", "after", False),
    ],
)
def test_form_and_invitation_say_whether_it_is_read_first(
    client: Client, article: Article, form: str, discussion: Discussion, set_policy: SetPolicy,
    policy: str, own: str, first: bool,
) -> None:  # fmt: skip
    """Both promised to read everything first, also where reactions are published at once."""
    set_policy(mode=policy)
    Discussion.objects.filter(pk=discussion.pk).update(mode=own)
    for address in (form, article.get_absolute_url()):
        page = client.get(address).text
        assert ("De redactie leest uw reactie voordat wij die plaatsen." in page) is first
        assert ("De redactie leest mee." in page) is not first


def test_saying_so_costs_as_few_queries_as_the_form(
    client: Client,
    form: str,
    publish: Publish,
    set_policy: SetPolicy,
    react: React,
) -> None:
    set_policy(audience="confirmed")
    costs = [queries(lambda: client.get(form))]
    for n in range(20):
        react(f"Reactie {n}.")
        publish(f"Nog een {n}")
    costs.append(queries(lambda: client.get(form)))
    assert costs[0] == costs[1] <= 10
