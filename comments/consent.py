"""The link with which a writer says whether a reaction may become a tip.

It never runs out: who said yes may say no years later. Asked again, the former link is void.
"""

from django.core.signing import Signer
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from comments.links import absolute
from comments.models import Adoption


def consent_path(adoption: Adoption) -> str:
    return reverse("comments:consent", args=[adoption.comment_id, token_of(adoption)])


def consent_url(adoption: Adoption) -> str:
    return absolute(consent_path(adoption))


def adoption_of(pk: int, token: str) -> Adoption | None:
    """Of this reaction, if the token is the one that its writer was sent last."""
    everything = Adoption.objects.select_related("comment__discussion__article")
    adoption = everything.filter(comment=pk).first()
    fits = adoption and constant_time_compare(token, token_of(adoption))
    return adoption if fits else None


def token_of(adoption: Adoption) -> str:
    what = f"{adoption.comment_id} {adoption.asked_at.isoformat()}"
    return Signer(salt="comments.consent").signature(what)
