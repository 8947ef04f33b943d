"""What surrounds the demo's articles: words about topics, a correction, the featured one."""

from typing import Any, Final

from django.utils import timezone

from accounts.models import User
from articles.models import Article, Correction, Event, Topic

FEATURED: Final = "als-de-zaal-leeg-is"


type Entries = list[dict[str, Any]]


def furnish(users: dict[str, User], topics: Entries, corrections: Entries) -> None:
    """Safe to run again: what is there already, or was changed, stays as it is."""
    for entry in topics:
        Topic.objects.filter(name=entry["name"], description="").update(**entry)
    for entry in corrections:
        _correct(entry, users[entry["by"]])
    article = Article.objects.get(slug=FEATURED)
    if not article.events.filter(verb=Event.Verb.FEATURED).exists():
        article.feature(users["redactie"])


def _correct(entry: dict[str, Any], by: User) -> None:
    article = Article.objects.get(slug=entry["article"])
    new = {"at": timezone.make_aware(entry["at"]), "by": by}
    _correction, created = Correction.objects.get_or_create(
        article=article, text=entry["text"], defaults=new
    )
    if created:
        article.log(Event.Verb.CORRECTED, by)
