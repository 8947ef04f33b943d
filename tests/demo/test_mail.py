"""Every mail that the demo sends is in the hand of the magazine."""

import re

import pytest

from mailing.layout import style
from mailing.models import Mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("magazine")]


def test_each_mail_has_the_style_once_and_fetches_nothing() -> None:
    mails = list(Mail.objects.all())
    assert len({mail.kind for mail in mails}) >= 13  # without what a worker writes
    for mail in mails:
        assert mail.html.count(f"<style>{style()}</style>") == mail.html.count("<style") == 1
        assert re.findall(r"\bsrc=|<link|<img|<script|url\(", mail.html) == []
        assert mail.html.count("<h1>") == 1


def test_the_text_of_a_mail_knows_nothing_of_its_style() -> None:
    assert not Mail.objects.filter(text__contains="color-scheme").exists()
    assert not Mail.objects.filter(text__contains='class="').exists()
