"""What becomes of a reaction that was sent, in words for who sent it.

The address of the page that says so holds keys only. Words come from here, never from an address.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import Final
from urllib.parse import urlencode

from django.db.models import F
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from comments.hours import reading_sentence
from comments.judging.ruling import Ruling
from comments.judging.wording import WRITER, writer_sentence
from comments.models import Comment, Decision, Policy
from comments.models.decision import MODERATED

State = Comment.State

PUBLISHED: Final = "geplaatst"
WAITS: Final = "wacht"
REFUSED: Final = "geweigerd"

SENTENCES: Final = {
    PUBLISHED: gettext_noop("Uw reactie is geplaatst."),
    WAITS: gettext_noop("Uw reactie wacht op goedkeuring."),
    REFUSED: gettext_noop("Uw reactie is niet geplaatst."),
}
#: What the mailbox of who is not known to this browser is asked. The words tell nothing of whether
#: we know the address: whoever sees them may have typed that of another.
MAIL_ADDRESS: Final = "adres"
MAIL_FOLLOW: Final = "volgen"
MAIL: Final = {
    MAIL_ADDRESS: gettext_noop(
        "Hebt u uw e-mailadres nog niet bevestigd? "
        "Klik dan op de link in de e-mail die wij u hebben gestuurd."
    ),
    MAIL_FOLLOW: gettext_noop(
        "Klik op de link in de e-mail die wij u hebben gestuurd. Daarna houden wij u op de hoogte."
    ),
}
#: So many reasons are told at most: who sent a bad text need not learn all that was seen in it.
MOST_REASONS: Final = 3
#: The last so many decisions tell how long waiting takes; fewer than the least tell nothing.
MOST, LEAST = 50, 5


@dataclass(frozen=True)
class Outcome:
    key: str
    reasons: tuple[str, ...] = ()  # codes of findings
    mail: str = ""  # what the mailbox is asked

    @property
    def sentence(self) -> str:
        return _(SENTENCES[self.key])

    @property
    def is_published(self) -> bool:
        return self.key == PUBLISHED

    @property
    def is_refused(self) -> bool:
        return self.key == REFUSED

    @property
    def waits(self) -> bool:
        return self.key == WAITS

    @property
    def because(self) -> list[str]:
        """Why, each sentence once."""
        said = (writer_sentence(code, refused=self.is_refused) for code in self.reasons)
        return list(dict.fromkeys(said))

    @property
    def asked(self) -> str:
        return _(MAIL[self.mail]) if self.mail else ""

    @property
    def usually(self) -> str:
        """How long waiting takes; where nobody reads now, when somebody does."""
        if not self.waits:
            return ""
        outside = "hours" in self.reasons
        later = reading_sentence(timezone.now(), Policy.get_solo()) if outside else ""
        return later or waiting_sentence(waiting_time())

    def address(self, page: str) -> str:
        """Of this page, where it says so; a page of reactions has a query of its own."""
        query = {"uitkomst": self.key}
        if self.reasons:
            query["waarom"] = ",".join(self.reasons)
        if self.mail:
            query["mail"] = self.mail
        return f"{page}{'&' if '?' in page else '?'}{urlencode(query, safe=',')}#uitkomst"


def outcome_of(comment: Comment, ruling: Ruling) -> Outcome:
    """A machine is told what a person would be told: nothing that it can learn from."""
    if comment.state == State.PUBLISHED:
        return Outcome(PUBLISHED)
    codes = _known(one.code for one in ruling.reasons)
    return Outcome(REFUSED if comment.state == State.REFUSED else WAITS, codes)


def outcome_asked(query: QueryDict) -> Outcome | None:
    key = query.get("uitkomst", "")
    if key not in SENTENCES:
        return None
    mail = query.get("mail", "")
    return Outcome(
        key, _known(query.get("waarom", "").split(",")), mail=mail if mail in MAIL else ""
    )


def _known(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code in WRITER))[:MOST_REASONS]


def waiting_time() -> timedelta | None:
    """How long reactions waited that a moderator judged of late: the middle one."""
    judged = Decision.objects.filter(verb__in=MODERATED, from_state=State.PENDING, by__isnull=False)
    waits = judged.order_by("-pk").values_list(F("at") - F("comment__created_at"), flat=True)
    found = list(waits[:MOST])
    return median(found) if len(found) >= LEAST else None


def waiting_sentence(wait: timedelta | None) -> str:
    if wait is None:
        return ""
    hours = max(round(wait.total_seconds() / 3600), 1)
    if hours < 24:
        within = ngettext("%(n)s uur", "%(n)s uur", hours) % {"n": hours}
    else:
        days = round(hours / 24)
        within = ngettext("%(n)s dag", "%(n)s dagen", days) % {"n": days}
    return _("Meestal duurt dat niet langer dan %(within)s.") % {"within": within}
