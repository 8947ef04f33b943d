"""Which social image an article has to have; drawing it, and letting go of the one before."""

import json
import logging
from hashlib import sha256
from typing import Final
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from articles.models import Article
from articles.pictures.intake import BROKEN
from articles.pictures.social import EDITION, FOLDER, Photo, Words, drawn
from pages.models import Publication

logger = logging.getLogger(__name__)

#: Somebody else may draw, change or withdraw the same article meanwhile; then we look once more.
TRIES: Final = 3


def keep_social_image(pk: int) -> bool:
    """Let the article have the image that fits it. True if one was drawn for it.

    Any number of workers may do this at once: the name of the image is only replaced by who knew
    the name before, and only of what is published.
    """
    for _try in range(TRIES):
        article = Article.objects.to_share().with_people().filter(pk=pk).first()
        if article is None:
            return False
        words = words_of(article, Publication.current())
        if is_current(article, words):
            return False
        if _replace(article, words):
            return True
    return False


def is_current(article: Article, words: Words) -> bool:
    name = article.social_image.name or ""
    return name.endswith(_ending(article, words)) and default_storage.exists(name)


def _ending(article: Article, words: Words) -> str:
    """What the name of a file ends with, if all that it shows is as it is now."""
    shown = [EDITION, *vars(words).values(), article.image.name, article.image_ppoi]
    return f"-{sha256(json.dumps(shown).encode()).hexdigest()[:12]}.jpg"


def _replace(article: Article, words: Words) -> bool:
    before = article.social_image.name or ""
    content = ContentFile(_drawn(article, words))
    # Nobody can guess it: of what is planned there is an image before there is a page.
    name = default_storage.save(f"{FOLDER}/{uuid4().hex}{_ending(article, words)}", content)
    mine = Article.objects.to_share().filter(pk=article.pk, social_image=before)
    if not mine.update(social_image=name):
        default_storage.delete(name)
        return False
    if before:
        default_storage.delete(before)
    return True


def words_of(article: Article, publication: Publication) -> Words:
    topics = sorted(topic.name for topic in article.tags.all())
    return Words(
        site=publication.name,
        title=article.title,
        topic=f"#{topics[0]}" if topics else "",
        people=", ".join(by.author.name for by in article.authorships.all()),
    )


def _drawn(article: Article, words: Words) -> bytes:
    """Without its photo where that cannot be read: a page must not wait for a lost file."""
    if article.image:
        try:
            with article.image.open() as file, Image.open(file) as image:
                return drawn(words, Photo(image, article.image.focus))
        except BROKEN as error:
            logger.warning("No photo for the social image of %s: %s", article, error)
    return drawn(words, None)
