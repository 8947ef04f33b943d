"""The letter that asks a writer whether a reaction may become a tip of the article."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from comments.consent import consent_url
from comments.letters.addressing import to_writer
from comments.models import Adoption, Writer
from mailing.models import Letter, Mail


def asked(adoption: Adoption) -> None:
    comment = adoption.comment
    writer = Writer.objects.of(comment.email)
    context = {
        **to_writer(comment, writer),
        "tip": adoption.text,
        "answer": consent_url(adoption),
    }
    with translation.override(settings.LANGUAGE_CODE):
        Mail.objects.post(
            Letter(
                key=f"adoption-{adoption.pk}-{adoption.asked_at:%Y%m%d%H%M%S%f}",
                to=writer.email,
                kind="adoption",
                subject=_("Mogen wij uw reactie overnemen als tip?"),
                context=context,
                thread=f"reactie-{comment.pk}",
                about=[comment],
            )
        )
