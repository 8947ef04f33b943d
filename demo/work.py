"""Work in progress at the demo's desk: articles that wait for a judge, a day or a better wording.

They are not in `magazine/`: that is what readers see. Dates count from the day of loading.
"""

from datetime import datetime, time, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Author, Authorship, Block, EmbedBlock, PullQuote, TextBlock
from markup.editor import article_html

#: How long after loading the scheduled article appears: at nine on that day.
AHEAD: Final = timedelta(days=21)

IN_REVIEW: Final = """
<h2>Een bord zonder woorden</h2>
<p>Op de dijk bij Zuidersluis staat een bord met drie pijlen en geen enkel woord. ‘Iedereen die hier
voor het eerst komt, loopt de verkeerde kant op,’ zegt brugwachter Wim Tak. Hij houdt de tel bij met
streepjes op de deurpost.</p>
<h2>Wat er op had kunnen staan</h2>
<p>Wij vroegen tien wandelaars wat zij zochten. Zeven zochten het pontje, twee de wc. Eén zocht haar
man.</p>
"""
SCHEDULED: Final = """
<h2>De eerste avond</h2>
<p>Om half acht zijn er vier mensen en twaalf koppen koffie. Om acht uur is de koffie op.
De wethouder zit aan het hoofdeinde, tot een mevrouw vraagt of zij daar mag zitten.</p>
<h2>Wat er bleef liggen</h2>
<p>Na afloop lagen er drie briefjes op tafel. Op één stond: ‘Volgende keer ook op dinsdag?’ Er komt
een dinsdag.</p>
"""
WITH_ADVICE: Final = """
<p><strong>Waarom deze proef</strong></p>
<p>Teneinde de dienstverlening te verbeteren worden alle formulieren door de gemeente
Oud-Kattersluis opnieuw bekeken, waarbij ook het DIV en de afdeling communicatie worden
betrokken en bewoners worden gevraagd om hardop mee te lezen.</p>
<p>Zij kregen drie vragen:<br>- Wat moet u doen?<br>- Voor wanneer?<br>
- Wie belt u als het niet lukt?</p>
<p>De uitkomsten staan in <a href="/verslag.pdf">het verslag</a>. Wilt u ook meedoen? Klik
<a href="/">hier</a>.</p>
<h4>Wat er nu gebeurt</h4>
<p>Indien de raad dit goedvindt, gaat de proef in het najaar verder.</p>
"""


def load(users: dict[str, User]) -> None:
    """Adds what is missing; `users` are the demo's members of staff by user name."""
    writer, editor = users["auteur"], users["redactie"]
    if article := _draft("het-bord-op-de-dijk", "Het bord op de dijk", IN_REVIEW):
        article.submit(writer, "Foto volgt. Past dit bij de reeks over borden?")
    if article := _draft("koffie-met-de-wethouder", "Koffie met de wethouder", SCHEDULED):
        article.submit(writer)
        article.publish(_at_nine(timezone.now() + AHEAD), editor)
    if article := _draft("hardop-lezen", "Hardop lezen wat er staat", WITH_ADVICE):
        _add(article, PullQuote(quote="Ik las het drie keer. Toen belde ik.", name="Riet Bos"), 20)
        video = EmbedBlock(address="https://voorbeeld.nl/proef", title="Zo ging de proef")
        _add(article, video, 30)


@transaction.atomic
def _draft(slug: str, title: str, html: str) -> Article | None:
    """A draft of the demo's author, unless it is there already."""
    lead = "Een verhaal over wat er gebeurt als u vraagt wat mensen zien."
    article, created = Article.objects.get_or_create(
        slug=slug, defaults={"title": title, "lead": lead}
    )
    if not created:
        return None
    Authorship.objects.create(article=article, author=Author.objects.get(user__username="auteur"))
    _add(article, TextBlock(text_html=article_html(html)), 10)
    return article


def _add(article: Article, block: Block, ordering: int) -> None:
    block.parent, block.region, block.ordering = article, "main", ordering
    block.save()


def _at_nine(moment: datetime) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localtime(moment), time(9)))
