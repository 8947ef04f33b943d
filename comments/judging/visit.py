"""How a reaction comes in: what the request and the guard of the form say, without who it is."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from comments.judging import outside
from comments.judging.client import client_of, count, network_of
from comments.judging.facts import Sending
from comments.judging.guard import Guarded
from comments.standing import standing_of


@dataclass(frozen=True)
class Visit:
    sending: Sending
    mailbox: str = ""  # that this browser is known to be at
    network: str = ""  # where others are asked what they think


def visit_of(request: HttpRequest, form: Guarded, now: datetime) -> Visit:
    """For a valid form that is about to be judged: it counts for its connection."""
    in_ten_minutes, in_a_day = count(client_of(request), now)
    opened = form.opened_at
    sending = Sending(
        trapped=form.is_trapped,
        open_seconds=None if opened is None else max(int((now - opened).total_seconds()), 0),
        signed=opened is not None,
        proof=form.proof_holds,
        in_ten_minutes=in_ten_minutes,
        in_a_day=in_a_day,
    )
    writer = standing_of(request)
    network = network_of(request) if outside.are_asked() else ""
    return Visit(sending, writer.email if writer else "", network)
