"""What articles are made of: photos, blocks, and one article that has every part."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image

from articles.models import (
    Article,
    Author,
    Authorship,
    Block,
    ImageBlock,
    PullQuote,
    Series,
    TextBlock,
    Tip,
)
from tests.conftest import Publish, first_visit

type Photo = Callable[..., SimpleUploadedFile]
type Stack = Callable[..., None]
type CountQueries = Callable[[str], int]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
JANUARY = datetime(2018, 1, 24, 15, 23, tzinfo=AMSTERDAM)


@pytest.fixture
def photo() -> Photo:
    """Makes a real JPEG, as somebody would upload it."""

    def make(
        name: str = "Vakantie met Jan.JPG", size: tuple[int, int] = (80, 50), **save: Any
    ) -> SimpleUploadedFile:
        buffer = BytesIO()
        Image.new("RGB", size, "teal").save(buffer, "jpeg", **save)
        return SimpleUploadedFile(name, buffer.getvalue(), "image/jpeg")

    return make


@pytest.fixture
def stack() -> Stack:
    """Puts blocks under an article, in this order, below those it has."""

    def put(article: Article, *blocks: Block) -> None:
        for place, block in enumerate(blocks, start=2):
            block.parent, block.region, block.ordering = article, "main", place * 10
            block.save()

    return put


@pytest.fixture
def count_queries(client: Client, db: None) -> CountQueries:
    """How many queries a reader's visit takes."""
    first_visit()

    def count(url: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    return count


@pytest.fixture
def series(db: None) -> Series:
    """Has a description, and no parts yet."""
    return Series.objects.create(
        title="Het loket", slug="het-loket", description="Wie er achter het glas zit."
    )


@pytest.fixture
def sign(db: None) -> Callable[..., None]:
    """Names people above an article, in this order."""

    def make(article: Article, *names: str, **fields: Any) -> None:
        for position, name in enumerate(names, start=1):
            slug = slugify(name)
            author, _ = Author.objects.get_or_create(slug=slug, defaults={"name": name, **fields})
            Authorship.objects.create(article=article, author=author, position=position)

    return make


@pytest.fixture
def rich(
    publish: Publish, photo: Photo, stack: Stack, sign: Callable[..., None], series: Series
) -> Article:
    """Has every part that an article can have; published on 24 January 2018 at 15:23."""
    article = publish(
        "Wie luistert er?",
        slug="wie-luistert-er",
        image=photo(),
        alt="Twee stoelen aan een tafel.",
        caption="De tafel van maandag.",
        credit="Foto: Cor Post",
        series=series,
        series_position=2,
        announcement="In maart: de brief.",
    )
    article.tags.add("overheid", "open data")
    sign(article, "Zoë Bos", "Bram Aal", "Cor Post", role="Adviseur", organisation="Gemeente Oost")
    stack(
        article,
        TextBlock(text_html="<h2>Wat werkt</h2><p>Vragen stellen.</p>"),
        PullQuote(
            quote="Ik luister.\n\nEcht.", name="Ina Vos", role="Wijkagent", organisation="Politie"
        ),
        Tip(text="Begin op tijd."),
        Tip(text="Neem een stoel mee."),
        TextBlock(text_html="<h2>Wat werkt</h2><p>Nog eens vragen.</p>"),
        Tip(text="Sluit af met koffie."),
        ImageBlock(image=photo(), decorative=True, alt="Wordt niet voorgelezen."),
    )
    article.publish(JANUARY)
    return article


@pytest.fixture
def in_every_state(publish: Publish) -> dict[str, Article]:
    """One article that readers see, and one for each way not to be seen."""
    names = ("draft", "review", "scheduled", "published", "expired", "withdrawn")
    articles, now = {name: publish(name) for name in names}, timezone.now()
    articles["scheduled"].publish(now + timedelta(days=1))
    articles["expired"].publish(now - timedelta(days=2), until=now - timedelta(days=1))
    articles["withdrawn"].withdraw()
    for name in ("draft", "review"):
        Article.objects.filter(title=name).update(state=name, published_at=None)
    return articles
