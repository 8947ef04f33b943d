"""A sum for the browser (ALTCHA): nothing to one reader, a cost to who sends a thousand times.

The library's own widget does not work under our content security policy: it writes a style sheet
into the page and starts a worker from a blob. So static/js/proof.js does the sum.
"""

import base64
import json
from datetime import timedelta
from typing import Final

import altcha
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac

LIFE: Final = timedelta(hours=24)
#: How far a browser counts at most: a second or so on a telephone of some years ago.
FURTHEST: Final = 50_000
LONGEST: Final = 2_000


def challenge() -> str:
    options = altcha.ChallengeOptions(
        hmac_key=_key(), max_number=FURTHEST, expires=timezone.now() + LIFE
    )
    return json.dumps(altcha.create_challenge(options).to_dict())


def holds(payload: str) -> bool:
    """Whether it solves a challenge of ours that was not used before."""
    if not payload or len(payload) > LONGEST:
        return False
    try:
        known, _problem = altcha.verify_solution(payload, _key())
        said = json.loads(base64.b64decode(payload))["challenge"]
    except (ValueError, TypeError, KeyError, AttributeError):
        return False
    return known and cache.add(f"proof:{said}", 1, int(LIFE.total_seconds()))


def _key() -> str:
    key = settings.SECRET_KEY
    return salted_hmac("comments.proof", "key", key, algorithm="sha256").hexdigest()
