"""The letter with which a writer gets in: the link to “Mijn reacties”."""

from django.utils import timezone
from django.utils.translation import gettext as _

from comments.letters.addressing import Asked
from comments.links import page_of
from comments.models import Writer
from mailing.models import Letter, Mail


def link(writer: Writer) -> None:
    """As often as a mailbox may be asked something; beyond that, nothing (ASVS 2.4.1)."""
    if Asked(writer.email).too_often:
        return
    Mail.objects.post(
        Letter(
            key=f"link-{writer.pk}-{timezone.now():%Y%m%d%H%M%S%f}",
            to=writer.email,
            kind="mailbox_link",
            subject=_("Uw link naar Mijn reacties"),
            context={"page": page_of(writer)},
        )
    )
