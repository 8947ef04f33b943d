"""Every mail in the same hand: one style sheet, in the mail itself, and nothing from elsewhere."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from django.utils.html import escape

from accounts.models import User
from mailing.admin import without_keys
from mailing.layout import style, style_html, style_source
from mailing.models import Mail
from tests.conftest import SignIn
from tests.mailing.conftest import Write
from tests.test_layout import ROOT

EMAILS: Final = ROOT / "templates" / "emails"
KINDS: Final = sorted(path for path in EMAILS.glob("*.html") if path.stem != "base")
STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def declarations(scheme: str) -> dict[str, str]:
    """Selector and property → value, in this colour scheme."""
    light, dark = style().split("@media (prefers-color-scheme: dark) {")
    sheet = light + (dark if scheme == "dark" else "")
    found = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        for selector, line in product(selectors.split(","), body.split(";")):
            name, _, value = line.strip().partition(": ")
            found[f"{selector.strip()} {name}"] = value
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_a_mail_has_its_style_once_and_fetches_nothing(write: Write, db: None) -> None:
    html = Mail.objects.post(write()).html
    assert STYLE.findall(html) == [style()]
    assert html.count("<style") == 1
    assert re.findall(r"\bsrc=|<link|<img|<script|url\(|@import|@font-face", html) == []


@pytest.mark.parametrize("path", KINDS, ids=lambda path: str(path.stem))
def test_every_kind_of_mail_is_in_the_same_hand(path: Path) -> None:
    text = path.read_text()
    assert text.startswith('{% extends "emails/base.html" %}')
    assert "<h1" not in text
    assert re.findall(r"\b(?:src|style|bgcolor|width)=", text) == []


def test_no_class_is_without_a_rule_and_no_rule_without_a_use() -> None:
    templates = "".join(path.read_text() for path in EMAILS.rglob("*.html"))
    used = set(re.findall(r'class="(\w+)"', templates))
    assert used == set(re.findall(r"\.([a-z]+)\b", re.sub(r"\{[^}]*\}", "", style())))


def test_the_style_sheet_stands_in_a_page_as_it_is() -> None:
    """Inside `<style>` nothing is unescaped: a quote would stay `&quot;`."""
    assert escape(style()) == style()
    assert style_html() == f"<style>{style()}</style>"
    assert without_keys(style_html()) == style_html()
    assert len(style()) < 3000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("body color", "body background"),
        ("a color", "body background"),
        ("body color", "blockquote background"),
        ("a color", "blockquote background"),
        (".act a color", ".act a background"),
        (".ways a color", "body background"),
        (".foot color", "body background"),
        (".name a color", "body background"),
    ],
)
def test_words_can_be_read(scheme: str, ink: str, ground: str) -> None:
    """WCAG 1.4.3; `.act a` is a button, so it has a colour of its own in both schemes."""
    found = declarations(scheme)
    assert contrast(found[ink], found[ground]) >= 4.5


@pytest.mark.parametrize("selector", [".act a", ".ways a"])
def test_what_is_to_be_pressed_is_large_enough(selector: str) -> None:
    """44 pixels high: the line, and the room and the border above and below it."""
    found = declarations("light")
    room = int(found[f"{selector} padding"].split("px")[0])
    border = 1 if f"{selector} border" in found else 0
    line = int(found[f"{selector} font"].split("/")[1].split("px")[0])
    assert line + 2 * (room + border) >= 44


def test_staff_see_a_mail_as_its_reader_does(sign_in: SignIn, write: Write, els: User) -> None:
    """The page allows this style sheet by its hash, and no other."""
    mail = Mail.objects.post(write())
    response = sign_in(els).get(f"/beheer/mailing/mail/{mail.pk}/html/")
    [sheet] = STYLE.findall(response.text)
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    assert style_source() == f"'sha256-{digest}'"
    assert f"style-src 'sha256-{digest}'" in response.headers["Content-Security-Policy"]


def test_without_any_style_the_order_is_right(write: Write, db: None) -> None:
    html = Mail.objects.post(write()).html
    places = [html.index(text) for text in ("Grensvlak</a>", "<h1>Een proef</h1>", "een proef.")]
    assert places == sorted(places)
