"""What cannot be stored comes back with its text, a sentence, and the fitting status."""

from collections.abc import Callable
from html import escape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from accounts.models import User
from comments.models import Comment, Discussion
from comments.models.decision import Reason
from tests.conftest import Publish, React

SUMMARY = "Er was een probleem met uw inzending. Controleer de onderstaande velden."
INVISIBLE = "Uw tekst bevat onzichtbare tekens die wij niet kunnen bewaren."
GONE = "De reactie waarop u reageert, bestaat niet meer."
BAD_MAIL = "Vul een geldig e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."


def kept(page: str, typed: dict[str, str]) -> bool:
    """Whether all that was typed is in the form again."""
    return all(escape(value) in page for value in typed.values())


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Vul uw naam in."),
        ({"name": "  \t "}, "Vul uw naam in."),
        ({"name": "\u200b"}, "Vul uw naam in."),
        ({"name": "R"}, "Schrijf minimaal 2 tekens."),
        ({"name": "R" * 81}, "Gebruik voor uw naam maximaal 80 tekens."),
        ({"name": "Rik\nBakker"}, "Zet dit op één regel."),
        ({"name": "Rik\x00"}, INVISIBLE),
        ({"name": "Rik\u202e"}, INVISIBLE),
        ({"email": ""}, "Vul uw e-mailadres in."),
        ({"email": "rik"}, BAD_MAIL),
        ({"email": "rik@voorbeeld"}, BAD_MAIL),
        ({"email": "rik@voorbeeld.nl, els@voorbeeld.nl"}, BAD_MAIL),
        ({"email": "rik@voorbeeld.nl\x00"}, INVISIBLE),
        ({"email": "r" * 250 + "@voorbeeld.nl"}, "Vul een e-mailadres van maximaal 254 tekens in."),
        ({"body": ""}, "Schrijf een reactie."),
        ({"body": " \n\u00a0\n "}, "Schrijf een reactie."),
        ({"body": "X"}, "Schrijf minimaal 2 tekens."),
        ({"body": "é" * 5_001}, "Gebruik maximaal 5.000 tekens. U gebruikt er nu 5.001."),
        ({"body": "Ja\x00nee"}, INVISIBLE),
        ({"body": "Ja\x07nee"}, INVISIBLE),
        ({"body": "Ja\x1bnee"}, INVISIBLE),
        ({"body": "Ja\x85nee"}, INVISIBLE),
        ({"body": "Ja\u202enee"}, INVISIBLE),
        ({"body": "Ja\u2066nee"}, INVISIBLE),
        ({"body": "Ja\ufffdnee"}, INVISIBLE),
    ],
)
def test_a_field_that_is_wrong(
    client: Client, form: str, form_data: dict[str, str], wrong: dict[str, str], sentence: str
) -> None:
    typed = {**form_data, **wrong}
    answer = client.post(form, typed)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert SUMMARY in answer.text
    assert "<title>Fout: " in answer.text
    assert kept(answer.text, typed)
    assert not Comment.objects.exists()


def test_each_error_is_in_the_summary_and_beside_its_field(client: Client, form: str) -> None:
    page = client.post(form, {}).text
    for field, sentence in [
        ("body", "Schrijf een reactie."),
        ("name", "Vul uw naam in."),
        ("email", "Vul uw e-mailadres in."),
    ]:
        assert f'<li><a href="#reactie-{field}">{sentence}</a></li>' in page
        assert f'id="reactie-{field}_error">{sentence}</p>' in page


@pytest.mark.parametrize(
    "fits",
    [
        {"name": "Ed"},
        {"name": "R" * 80},
        {"body": "Ja"},
        {"body": "é" * 5_000},
        {"body": "\r\n".join("ab" for _ in range(1_667))},
        {"body": "Eén\n\ntwee\tdrie \U0001f1f3\U0001f1f1 en \u200dzo"},
        {"email": "r" * 64 + "@voorbeeld.nl"},
        {"name": "Noor  van  Dijk-O'Hara"},
    ],
)
def test_what_just_fits_is_stored(
    client: Client, form: str, form_data: dict[str, str], fits: dict[str, str]
) -> None:
    assert client.post(form, {**form_data, **fits}).status_code == 302
    comment = Comment.objects.get()
    (field, value), *_ = fits.items()
    tidy = value.replace("\r\n", "\n") if field == "body" else " ".join(value.split())
    assert getattr(comment, field) == tidy


@pytest.mark.parametrize("broken", [b"%FF", b"%C3", b"%ED%A0%80", b"%00", b"%E2%80%AE"])
def test_bytes_that_are_no_text(raw: Callable[..., Any], broken: bytes) -> None:
    answer = raw(b"body=Voor" + broken + b"na&name=Rik&email=rik%40voorbeeld.nl")
    assert answer.status_code == 422
    assert INVISIBLE in answer.text
    assert "Voor" in answer.text
    assert 'value="rik@voorbeeld.nl"' in answer.text
    assert not Comment.objects.exists()


def test_bytes_that_are_no_text_in_a_form_of_parts(client: Client, form: str) -> None:
    part = b'--g\r\nContent-Disposition: form-data; name="body"\r\n\r\nVoor\xffna\r\n--g--\r\n'
    answer = client.post(form, part, content_type="multipart/form-data; boundary=g")
    assert answer.status_code == 422
    assert INVISIBLE in answer.text
    assert "Voor" in answer.text


@pytest.mark.parametrize(
    "op", ["abc", "0", "-1", "1.0", "1e0", "", " 1", "9" * 9, "9" * 400, "١", "²", "1\x00", "999"]
)
def test_an_answer_to_what_does_not_exist(
    client: Client, form: str, react: React, form_data: dict[str, str], op: str
) -> None:
    react("Een.")
    url = f"{form}?{urlencode({'op': op})}"
    assert client.get(url).status_code == 404
    answer = client.post(url, form_data)
    assert answer.status_code == 422
    assert GONE in answer.text
    assert kept(answer.text, form_data)
    assert Comment.objects.count() == 1
    assert f'action="{form}"' in answer.text
    assert client.post(form, form_data).status_code == 302


@pytest.mark.parametrize("state", ["pending", "refused", "removed", "withdrawn", "elsewhere"])
def test_an_answer_to_what_readers_do_not_see_here(
    client: Client, publish: Publish, form: str, react: React, mo: User, state: str,
    form_data: dict[str, str],
) -> None:  # fmt: skip
    parent = react("Een.", approved=state not in {"pending", "refused"})
    if state == "refused":
        parent.refuse(mo, Reason.OFFENSIVE)
    if state == "removed":
        parent.remove(mo, Reason.OFFENSIVE)
    if state == "withdrawn":
        parent.withdraw()
    if state == "elsewhere":
        form = Discussion.objects.of(publish("Elders")).form_url()
    assert client.get(f"{form}?op=1").status_code == 404
    answer = client.post(f"{form}?op=1", form_data)
    assert answer.status_code == 422
    assert GONE in answer.text
    assert kept(answer.text, form_data)
    assert Comment.objects.count() == 1


def test_a_second_click_stores_nothing(
    client: Client, form: str, react: React, form_data: dict[str, str]
) -> None:
    client.post(form, form_data)
    answer = client.post(form, form_data)
    assert answer.status_code == 422
    assert "U hebt deze reactie al geplaatst." in answer.text
    assert kept(answer.text, form_data)
    assert Comment.objects.count() == 1
    react("Een.")
    assert client.post(f"{form}?op=1", form_data).status_code == 302
    assert client.post(form, {**form_data, "email": "noor@voorbeeld.nl"}).status_code == 302


def test_the_form_says_that_reacting_is_closed(
    client: Client, form: str, discussion: Discussion, mo: User
) -> None:
    discussion.close(mo)
    answer = client.get(form)
    assert answer.status_code == 403
    assert "Reageren is gesloten." in answer.text
    assert "U kunt niet meer reageren op dit artikel." in answer.text
    assert "<form" not in answer.text


@pytest.mark.parametrize("in_place", [False, True])
def test_what_arrives_after_closing_is_not_stored_but_stays_on_screen(
    client: Client, htmx: Client, form: str, discussion: Discussion, mo: User, in_place: bool,
    form_data: dict[str, str],
) -> None:  # fmt: skip
    discussion.close(mo)
    text = "Regel één\n<b>twee</b>"
    answer = (htmx if in_place else client).post(form, {**form_data, "body": text})
    assert answer.status_code == 403
    assert ("<html" in answer.text) is not in_place
    assert "Reageren is gesloten." in answer.text
    assert "Uw reactie is niet geplaatst." in answer.text
    assert f">\n{escape(text)}</textarea>" in answer.text
    assert "no-store" in answer.headers["Cache-Control"]
    assert not Comment.objects.exists()


def test_closing_wins_from_errors_and_from_staff(
    client: Client, form: str, discussion: Discussion, mo: User
) -> None:
    discussion.close(mo)
    client.force_login(mo)
    assert client.post(f"{form}?op=abc", {"body": "X"}).status_code == 403
    assert not Comment.objects.exists()


@pytest.mark.parametrize(("size", "status"), [(1_000_000, 422), (3_000_000, 413)])
def test_a_body_of_megabytes(
    client: Client, raw: Callable[..., Any], size: int, status: int
) -> None:
    answer = raw(b"name=Rik&email=rik%40voorbeeld.nl&body=" + b"a" * size)
    assert answer.status_code == status
    assert ("te lang" if status == 422 else "Wat u verstuurde, is te groot.") in answer.text
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("application/json", b'{"body": "Ja"}', 422),
        ("text/plain", b"body=Ja", 422),
        ("application/x-www-form-urlencoded; charset=utf-16", b"body=Ja", 400),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=" % n for n in range(5_001)), 400),
        ("multipart/form-data", b"body=Ja", 400),
        ("multipart/form-data; boundary=grens", b"--grens\r\nonzin", 422),
    ],
)
def test_a_body_that_is_no_form(
    client: Client, form: str, content_type: str, body: bytes, status: int
) -> None:
    answer = client.post(form, body, content_type=content_type)
    assert answer.status_code == status
    assert '<html lang="nl">' in answer.text
    assert not Comment.objects.exists()
