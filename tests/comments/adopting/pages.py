"""What a tip says, and what is seen and said of it."""

import re
from typing import Any

from django.test import Client

from articles.models import Article
from comments.consent import consent_path
from comments.models import Adoption, Comment, Decision

TEXT = "Zet de stoelen in een kring."


def page_of(client: Client, article: Article) -> str:
    """The page's text without the space between its tags."""
    return re.sub(r">\s+<", "><", client.get(article.get_absolute_url()).text)


def answer(client: Client, adoption: Adoption, said: str, **more: str) -> Any:
    return client.post(consent_path(adoption), {"answer": said, **more})


def steps(comment: Comment) -> list[tuple[str, bool]]:
    """What was decided about it as a tip, and whether by staff."""
    rows = Decision.objects.filter(comment=comment, verb="adopt").order_by("pk")
    return [(one.text, one.by_id is not None) for one in rows]
