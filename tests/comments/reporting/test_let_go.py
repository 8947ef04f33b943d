"""Of a report that is long over, nobody keeps who made it and what it said."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from comments.forgetting import forget
from comments.models import Notice
from tests.conftest import React, SignIn

REPORTED = {
    "kind": "law",
    "category": "privacy",
    "snapshot": "Kim woont aan de Achterweg.",
    "urls": ["https://voorbeeld.nl/1"],
    "explanation": "Dat is mijn adres.",
    "law_text": "artikel 6",
    "notifier_name": "Kim",
    "notifier_email": "kim@voorbeeld.nl",
    "outcome": "Wij hebben de reactie verwijderd.",
}


@pytest.mark.parametrize(
    ("state", "days", "is_kept"),
    [
        ("decided", 732, False),
        ("void", 732, False),
        ("decided", 730, True),
        ("received", 999, True),
    ],
)
def test_of_an_old_report_only_stays_that_there_was_one(
    react: React, mo: User, sign_in: SignIn, state: str, days: int, is_kept: bool
) -> None:
    came = timezone.now() - timedelta(days=days)
    notice = Notice.objects.create(
        reference="M-1", comment=react(), state=state, received_at=came, decided_by=mo, **REPORTED
    )
    assert forget(timezone.now())["reports"] == (not is_kept)
    assert forget(timezone.now())["reports"] == 0
    notice.refresh_from_db()
    said = {name: getattr(notice, name) for name in REPORTED}
    anonymous = dict.fromkeys(REPORTED, "") | {"kind": "law", "category": "privacy", "urls": []}
    assert said == (REPORTED if is_kept else anonymous)
    assert (notice.state, notice.decided_by, notice.received_at) == (state, mo, came)
    assert sign_in(mo).get(f"/beheer/comments/notice/{notice.pk}/change/").status_code == 200
    assert Client().get(notice.get_absolute_url()).status_code == 200
