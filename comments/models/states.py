"""How a reaction can stand, and from where each verb may be done."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    PENDING = "pending", _("wacht op goedkeuring")
    PUBLISHED = "published", _("geplaatst")
    REFUSED = "refused", _("afgewezen")
    SPAM = "spam", _("spam")
    REMOVED = "removed", _("verwijderd")
    WITHDRAWN = "withdrawn", _("ingetrokken door de schrijver")


#: These have a place in their thread: a number, and a path.
PLACED: Final = (State.PUBLISHED, State.REMOVED, State.WITHDRAWN)

APPROVABLE: Final = (State.PENDING, State.REFUSED, State.SPAM)
REFUSABLE: Final = (State.PENDING, State.SPAM)
SPAMMABLE: Final = (State.PENDING, State.REFUSED, State.PUBLISHED)
REMOVABLE: Final = (State.PUBLISHED,)
WITHDRAWABLE: Final = (State.PUBLISHED, State.PENDING)
RESTORABLE: Final = (State.REMOVED, State.REFUSED)
CORRECTABLE: Final = (State.PUBLISHED, State.PENDING)

#: What speaks against whoever wrote it.
AGAINST: Final = (State.REFUSED, State.SPAM, State.REMOVED)
#: What was judged, one way or the other.
JUDGED: Final = (*AGAINST, State.PUBLISHED)
FEATURABLE: Final = (State.PUBLISHED,)
READABLE: Final = (State.PUBLISHED,)
TIPPABLE: Final = (State.PUBLISHED,)
REDACTABLE: Final = (State.PUBLISHED, State.PENDING)

#: Of these the writer is told why.
RESTRICTED: Final = (State.REFUSED, State.REMOVED)

#: It stood on the site, or was to be, and somebody took that away.
TAKEN_AWAY: Final = (State.REMOVED, State.REFUSED, State.SPAM, State.WITHDRAWN)
