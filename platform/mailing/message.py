"""A mail as it goes over the line: its headers, its text and its html."""

from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from mailing.layout import one_line
from mailing.models import Mail
from pages.models import Publication

#: Nobody's machine is to answer these (RFC 3834).
GENERATED: Final = {"Auto-Submitted": "auto-generated"}


def host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def message_id(mail: Mail) -> str:
    """The same each time this row is sent, so that a double is known for what it is."""
    return f"<{mail.created_at:%Y%m%d%H%M%S}.{mail.pk}@{host()}>"


def message_of(mail: Mail, publication: Publication) -> EmailMultiAlternatives:
    site = one_line(publication.name)
    message = EmailMultiAlternatives(
        f"[{site}] {one_line(mail.subject)}",
        mail.text,
        to=[mail.to],
        reply_to=[publication.email] if publication.email else None,
        headers=headers(mail),
    )
    message.attach_alternative(mail.html, "text/html")
    return message


def headers(mail: Mail) -> dict[str, str]:
    first = mail.first_of_thread()
    return {
        "Message-ID": message_id(mail),
        **GENERATED,
        **(_answering(message_id(first)) if first != mail else {}),
        **(_from_a_list(mail) if mail.stop_url else {}),
    }


def _answering(first: str) -> dict[str, str]:
    return {"In-Reply-To": first, "References": first}


def _from_a_list(mail: Mail) -> dict[str, str]:
    """RFC 2919, and RFC 8058: one POST, and no more of these."""
    name = (mail.thread or mail.kind).replace("_", "-")
    return {
        "List-Id": f"<{name}.{host()}>",
        "List-Unsubscribe": f"<{mail.stop_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
