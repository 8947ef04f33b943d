"""Sending one mail: whatever happens, never twice by itself, and never silently not at all."""

from contextlib import suppress
from enum import Enum
from smtplib import SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMultiAlternatives, mailers
from django.utils import timezone

from mailing.message import message_of
from mailing.models import Mail
from pages.models import Publication


class Fate(Enum):
    """What became of a mail when sending it failed."""

    LATER = "later"  # it is not out, and may be taken another time
    NEVER = "never"  # it is not out, and never will be
    UNKNOWN = "unknown"  # it broke off: it may be out


def fate_of(fault: Exception) -> Fate:
    """What a fault says once the server is there and the message was offered to it."""
    match fault:
        case SMTPRecipientsRefused():
            return _by_code(next(iter(fault.recipients.values()))[0])
        case SMTPResponseException():
            return _by_code(fault.smtp_code)
        case SMTPNotSupportedError() | ValueError():  # no such address, or no such header
            return Fate.NEVER
    return Fate.UNKNOWN


def _by_code(code: int) -> Fate:
    return Fate.LATER if code < 500 else Fate.NEVER  # RFC 5321, 4.2.1


def deliver(pk: int) -> None:
    """Send it, if it is to be sent and nobody else is at it."""
    mail = Mail.objects.claim(pk, timezone.now())
    if mail is None:
        return
    if not mail.is_still_true():
        mail.drop()
        return
    try:
        message = message_of(mail, Publication.current())
        message.message()
    except ValueError as fault:
        mail.fail(_said(fault))
        return
    _offer(mail, message)


def _offer(mail: Mail, message: EmailMultiAlternatives) -> None:
    connection = mailers.default
    try:
        connection.open()
    except OSError as fault:  # nothing was said yet: it is surely not out
        mail.put_off(_said(fault), timezone.now())
        return
    try:
        connection.send_messages([message])
    except (OSError, ValueError) as fault:
        _failed(mail, fault)
    else:
        mail.is_out(timezone.now())
    with suppress(OSError):  # it has been answered for: how they part does not matter
        connection.close()


def _failed(mail: Mail, fault: Exception) -> None:
    match fate_of(fault):
        case Fate.LATER:
            mail.put_off(_said(fault), timezone.now())
        case Fate.NEVER:
            mail.fail(_said(fault))
        case Fate.UNKNOWN:
            mail.doubt(_said(fault))


def _said(fault: Exception) -> str:
    """The server's own words, for staff."""
    match fault:
        case SMTPRecipientsRefused():
            return " ".join(f"{code} {_text(text)}" for code, text in fault.recipients.values())
        case SMTPResponseException():
            return f"{fault.smtp_code} {_text(fault.smtp_error)}"
    return f"{type(fault).__name__}: {fault}"


def _text(answer: bytes | str) -> str:
    return answer.decode(errors="replace") if isinstance(answer, bytes) else answer
