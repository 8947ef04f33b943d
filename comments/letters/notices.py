"""Mail to who reported a reaction (DSA art. 16, 4 to 6): received, decided, decided again.

None of it says what the reaction said: nobody proved to have the mailbox.
"""

from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from comments.links import absolute
from comments.models import Notice
from comments.reporting.wording import complaint, explained
from mailing.models import Letter, Mail

#: Mail is in the readers' language, whatever the member of staff chose whose act it tells about.
in_readers_language = translation.override(settings.LANGUAGE_CODE)


@in_readers_language
def received(notice: Notice, second: Notice | None = None) -> None:
    """`second`: another notice of the same reaction, by somebody who gave the same address."""
    subject = _("Wij hebben uw melding ontvangen (%(ref)s)")
    _post(notice, f"received-{(second or notice).pk}", "notice_received", subject, second=second)


@in_readers_language
def decided(notice: Notice, move: int) -> None:
    subject = _("Ons besluit over uw melding (%(ref)s)")
    words = {"sentences": explained(notice), "complaint": complaint(notice)}
    _post(notice, f"decided-{move}", "notice_decided", subject, **words)


@in_readers_language
def reopened(notice: Notice, move: int) -> None:
    subject = _("Wij bekijken uw melding opnieuw (%(ref)s)")
    _post(notice, f"reopened-{move}", "notice_reopened", subject)


def _post(notice: Notice, occasion: str, kind: str, subject: str, **words: Any) -> None:
    if not notice.notifier_email:
        return
    context = {
        "notice": notice,
        "article": notice.comment.discussion.article,
        "address": absolute(notice.get_absolute_url()),
        **words,
    }
    Mail.objects.post(
        Letter(
            key=f"notice-{occasion}",
            to=notice.notifier_email,
            kind=kind,
            subject=subject % {"ref": notice.reference},
            context=context,
            thread=f"melding-{notice.pk}",
        )
    )
