"""/.well-known/security.txt: where to report a weakness (RFC 9116)."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from delivery.errors import Absent
from delivery.revalidation import revalidated
from pages.models import Publication


def expires_after(now: datetime) -> datetime:
    """The first of a month, six to seven months ahead: under a year, and not other every day."""
    years, month = divmod(now.month + 6, 12)
    return datetime(now.year + years, month + 1, 1, tzinfo=UTC)


def contacts() -> list[str]:
    """As the operator gave them, or else how readers reach the editors."""
    email = Publication.current().email
    return settings.SECURITY_CONTACT or ([f"mailto:{email}"] if email else [])


def fields(contacts: list[str], address: str, now: datetime) -> Iterator[tuple[str, str]]:
    for contact in contacts:
        yield "Contact", contact
    yield "Expires", expires_after(now).strftime("%Y-%m-%dT%H:%M:%SZ")
    yield "Preferred-Languages", "nl, en"
    yield "Canonical", address
    yield "Policy", settings.SECURITY_POLICY
    yield "Acknowledgments", settings.SECURITY_ACKNOWLEDGMENTS
    yield "Encryption", settings.SECURITY_ENCRYPTION


@require_safe
@revalidated
def security_txt(request: HttpRequest) -> HttpResponse:
    known = contacts()
    if not known:
        raise Absent(_("Er is geen adres om een kwetsbaarheid te melden."))
    said = fields(known, request.build_absolute_uri(request.path), timezone.now())
    text = "".join(f"{name}: {value}\n" for name, value in said if value)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
