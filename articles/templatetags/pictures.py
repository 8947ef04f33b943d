from typing import Any, Final

from django import template

from articles.pictures.sizes import PLACES

register = template.Library()

#: What a reader sees first: a browser gets it before the rest.
FIRST: Final = {"opening", "first card"}


@register.inclusion_tag("articles/partials/picture.html")
def picture(file: Any, place: str, alt: str = "") -> dict[str, Any]:
    """`{% picture article.image "card" %}`: a picture, for one of PLACES. Opens no file."""
    cut, sizes = PLACES[place]
    width, height = file.size_of(cut)
    return {
        "sources": file.sources_of(cut),
        "sizes": sizes,
        "src": getattr(file, cut),
        "alt": alt,
        "width": width,
        "height": height,
        "first": place in FIRST,
    }


@register.filter
def size_of(file: Any, cut: str) -> tuple[int, int]:
    """Width and height in pixels of the largest size of a cut."""
    width, height = file.size_of(cut)
    return width, height
