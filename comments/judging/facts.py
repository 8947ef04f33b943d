"""What the checks need to know of a reaction: plain values, no rows, no clock."""

from dataclasses import dataclass, field
from typing import Final

from comments.judging.words import Word

#: How far back the record of a writer counts.
RECENT_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Sending:
    """How it was sent. What is not known counts for nothing."""

    trapped: bool = False  # the field that nobody sees was filled in
    open_seconds: int | None = None  # how long the form was open; None: no time that we signed
    signed: bool = True  # whether the form carried a time at all that should
    proof: bool | None = None  # of work by the browser; None: not asked
    in_ten_minutes: int = 0  # sent from this connection, this one included
    in_a_day: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """The writer, as far as this address was here before."""

    published: int = 0
    judged: int = 0  # in the last week
    refused: int = 0
    in_ten_minutes: int = 0
    in_a_day: int = 0
    same_elsewhere: int = 0  # the same text under something else, in the last week
    seconds_since_here: int | None = None  # since the last reaction in this discussion
    held: bool = False  # a measure of moderators is in force
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a checker elsewhere said: hold, refuse or spam; or silent, when it did not answer."""

    source: str
    says: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    body: str
    name: str = ""
    affiliation: str = ""
    email: str = ""
    links: int = 0
    by_staff: bool = False
    confirmed: bool = False  # this browser is known to be at the mailbox
    record: Record = field(default_factory=Record)
    sending: Sending = field(default_factory=Sending)
    mode: str = ""  # of this discussion, where it has its own
    slow_minutes: int | None = None
    article_days: int = 0
    outside_hours: bool = False
    reserved: tuple[str, ...] = ()  # names of staff and authors
    site: str = ""  # the name of the publication
    words: tuple[Word, ...] = ()
    opinions: tuple[Opinion, ...] = ()
