"""An article as search engines read it: schema.org, in JSON-LD."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone

from articles.models import Article, Author
from articles.pictures.social import SIZE as SOCIAL_SIZE
from articles.trail import Step
from pages.models import Publication

type Data = dict[str, Any]
#: Makes an address within the site complete.
type Absolute = Callable[[str], str]


def moment(at: datetime | None) -> str | None:
    return timezone.localtime(at).isoformat(timespec="seconds") if at else None


def without_gaps(data: Data) -> Data:
    """Only what is known."""
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}


def article_data(article: Article, publication: Publication, absolute: Absolute) -> Data:
    address = absolute(article.get_absolute_url())
    authors = [author_data(by.author, absolute) for by in article.authorships.all()]
    data = {
        "@type": "Article",
        "@id": f"{address}#artikel",
        "url": address,
        "mainEntityOfPage": address,
        "headline": article.title,
        "description": article.lead,
        "datePublished": moment(article.published_at),
        "dateModified": moment(article.modified_at),
        "inLanguage": article.language,
        "isAccessibleForFree": True,
        "wordCount": article.word_count or None,
        "keywords": sorted(topic.name for topic in article.tags.all()),
        "image": images_data(article, absolute),
        "author": authors,
        "publisher": publisher_data(publication, absolute),
    }
    return without_gaps(data)


def images_data(article: Article, absolute: Absolute) -> list[Data] | Data | None:
    """The photo first: a search engine takes that over the image with the title on it."""
    found = [image_data(article, absolute), social_image_data(article, absolute)]
    images = [image for image in found if image]
    return images if len(images) > 1 else next(iter(images), None)


def social_image_data(article: Article, absolute: Absolute) -> Data | None:
    if not article.social_image:
        return None
    width, height = SOCIAL_SIZE
    url = absolute(article.social_image.url)
    return {"@type": "ImageObject", "url": url, "width": width, "height": height}


def image_data(article: Article, absolute: Absolute) -> Data | None:
    if not article.image:
        return None
    width, height = article.image.size_of("wide")
    data = {
        "@type": "ImageObject",
        "url": absolute(article.image.wide),
        "width": width,
        "height": height,
        "caption": article.caption or article.alt_text,
        "creditText": article.credit,
    }
    return without_gaps(data)


def author_data(author: Author, absolute: Absolute) -> Data:
    employer = {"@type": "Organization", "name": author.organisation}
    data = {
        "@type": "Person",
        "name": author.name,
        "url": absolute(author.get_absolute_url()),
        "jobTitle": author.role,
        "affiliation": employer if author.organisation else None,
        "sameAs": author.website,
    }
    return without_gaps(data)


def publisher_data(publication: Publication, absolute: Absolute) -> Data:
    data = {
        "@type": "Organization",
        "@id": publication.publisher_uri,
        "name": publication.publisher or publication.name,
        "url": absolute("/"),
    }
    return without_gaps(data)


def trail_data(trail: list[Step], absolute: Absolute) -> Data:
    steps = [
        {"@type": "ListItem", "position": at, "name": step.name, "item": absolute(step.address)}
        for at, step in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}
