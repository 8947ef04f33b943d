"""Every mail that the demo sends is in the hand of the magazine."""

import re

import pytest

from comments.letters.arrivals import ask_address
from comments.models import Comment
from mailing.layout import style
from mailing.models import Mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("magazine")]


#: All but what only a day of its own, or somebody's own act, brings about.
KINDS = {
    *("adoption", "article", "confirm_address", "confirm_follow", "desk_day", "mailbox_link"),
    *("notice_decided", "notice_received", "published", "reactions_of_the_day", "redacted"),
    *("refused", "removed", "restored"),
}


def test_each_mail_has_the_style_once_and_fetches_nothing() -> None:
    comment = Comment.objects.waiting().first()
    assert comment
    ask_address(comment)  # as a worker does
    mails = list(Mail.objects.all())
    assert {mail.kind for mail in mails} == KINDS
    for mail in mails:
        assert mail.html.count(f"<style>{style()}</style>") == mail.html.count("<style") == 1
        assert re.findall(r"\bsrc=|<link|<img|<script|url\(", mail.html) == []
        assert mail.html.count("<h1>") == 1


def test_the_text_of_a_mail_knows_nothing_of_its_style() -> None:
    assert not Mail.objects.filter(text__contains="color-scheme").exists()
    assert not Mail.objects.filter(text__contains='class="').exists()
