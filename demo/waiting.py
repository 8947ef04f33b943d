"""What lies on the desk of the demo: articles on their way, so that its front page has work."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils import timezone

from accounts.models import User
from articles.models import Article, Author, Authorship, TextBlock
from markup.editor import article_html


@dataclass(frozen=True)
class OnItsWay:
    slug: str
    title: str
    lead: str
    text: str


RETURNED: Final = OnItsWay(
    "de-wachtkamer-als-spiegel",
    "De wachtkamer als spiegel",
    "Wat een wachtkamer zegt over de organisatie erachter. Een ochtend op een plastic stoel.",
    "<p>Om kwart voor negen zitten er al vier mensen. Niemand weet of er een nummertje is.</p>",
)
SUBMITTED: Final = OnItsWay(
    "wie-leest-de-bijlage",
    "Wie leest de bijlage?",
    "Bij een besluit horen soms negen bijlagen. Wij vroegen drie lezers welke zij openden.",
    "<p>De eerste lezer opende er een, de tweede geen, en de derde belde om uitleg.</p>",
)
SCHEDULED: Final = OnItsWay(
    "een-bushalte-met-inspraak",
    "Een bushalte met inspraak",
    "Een halte verhuist tweehonderd meter. Dat gaat over meer dan een paal en een bankje.",
    "<p>De paal stond er al toen de wijk nog weiland was, vertelt een bewoner.</p>",
)


def load(editor: User, author: User) -> None:
    """Adds what is missing, through the verbs that people use."""
    if returned := _begin(RETURNED, author):
        returned.submit(author)
        returned.send_back(editor, "Mooi begin. Kunt u zeggen welke wachtkamer het is?")
    if submitted := _begin(SUBMITTED, author):
        submitted.submit(author)
    if scheduled := _begin(SCHEDULED, author):
        morning = timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0)
        scheduled.publish(morning + timedelta(days=2), editor)


def _begin(entry: OnItsWay, by: User) -> Article | None:
    if Article.objects.filter(slug=entry.slug).exists():
        return None
    article = Article.objects.create(title=entry.title, slug=entry.slug, lead=entry.lead)
    text = article_html(entry.text)
    TextBlock.objects.create(parent=article, region="main", ordering=10, text_html=text)
    author = Author.objects.get(user=by)
    Authorship.objects.create(article=article, author=author)
    return article
