"""Signed links in mail: who has the mailbox, has the link."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

from comments.models import Writer

#: How long the link of a mail opens its writer's page; a new one can be asked there.
LIFE: Final = timedelta(days=30)


class Stale(Exception):  # noqa: N818
    """This link does not work (any more)."""


def absolute(path: str) -> str:
    """The full address of a page of this site, where there is no request to ask."""
    return f"{settings.SITE_URL}{path}"


def token_of(writer: Writer) -> str:
    return _signer().sign(str(writer.pk))


def writer_of(token: str) -> Writer:
    """Raises Stale for a token that is wrong, too old, or of a writer who is gone."""
    try:
        pk = _signer().unsign(token, max_age=LIFE)
    except BadSignature as wrong:
        raise Stale from wrong
    if writer := Writer.objects.filter(pk=pk).first():
        return writer
    raise Stale


def page_of(writer: Writer) -> str:
    """The full address of "Mijn reacties" for this writer."""
    return absolute(reverse("comments:mine", args=[token_of(writer)]))


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="comments.mine")
