"""Which mailbox a browser has proven to be at: a signed cookie, only for who asks for it.

Somebody who types the address of another gets nothing by it.
"""

from typing import Final

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

from comments.models import Writer

COOKIE: Final = settings.WRITER_COOKIE_NAME
LIFE: Final = settings.WRITER_COOKIE_AGE  # seconds
SALT: Final = "comments.standing"


def standing_of(request: HttpRequest) -> Writer | None:
    """The writer whose confirmed mailbox this browser is at, if its owner asked us to know it."""
    try:
        pk = request.get_signed_cookie(COOKIE, salt=SALT, max_age=LIFE)
    except (KeyError, BadSignature):
        return None
    return Writer.objects.exclude(confirmed_at=None).filter(pk=int(pk or 0)).first()


def keep(response: HttpResponse, writer: Writer) -> None:
    response.set_signed_cookie(
        COOKIE,
        str(writer.pk),
        salt=SALT,
        max_age=LIFE,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")
