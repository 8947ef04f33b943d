"""What the browser sends from the article's page in the admin."""

from collections.abc import Sequence
from typing import Any, Final

ADD: Final = "/beheer/articles/article/add/"
INLINES: Final = {
    "authorships": "authorships",
    "textblock": "articles_textblock_set",
    "pullquote": "articles_pullquote_set",
    "tip": "articles_tip_set",
    "imageblock": "articles_imageblock_set",
    "embedblock": "articles_embedblock_set",
}
FIELDS: Final = {
    "title": "Aan de balie",
    "slug": "aan-de-balie",
    "lead": "Wat er gebeurt aan de balie.",
    "tags": "",
    "image_ppoi": "0.5x0.5",
    "alt": "",
    "caption": "",
    "credit": "",
    "series": "",
    "series_position": "",
    "announcement": "",
    "language": "nl",
    "translation_of": "",
}


def article_form(**fields: Any) -> dict[str, Any]:
    """The whole form; a name of INLINES takes a list of rows."""
    inlines: dict[str, Sequence[dict[str, Any]]] = {name: fields.pop(name, ()) for name in INLINES}
    form = {**FIELDS, **fields}
    for name, prefix in INLINES.items():
        form |= rows(prefix, *inlines[name])
    return form


def rows(prefix: str, *filled: dict[str, Any], stored: int = 0) -> dict[str, Any]:
    """A formset, of which the first `stored` rows were in the database before."""
    form: dict[str, Any] = {f"{prefix}-TOTAL_FORMS": len(filled), f"{prefix}-INITIAL_FORMS": stored}
    for number, row in enumerate(filled):
        form |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return form


def block(ordering: int, **fields: Any) -> dict[str, Any]:
    return {"region": "main", "ordering": ordering, **fields}
