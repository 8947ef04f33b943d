"""The editor for articles: its buttons make what ARTICLE allows, and nothing else."""

from html import unescape
from typing import Any

from django.utils.html import strip_tags

from markup.cleaning import clean
from markup.kinds import ARTICLE, HEADING_LEVELS

EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": list(HEADING_LEVELS)},
    "HardBreak": True,
    "BulletList": True,
    # Letters and Roman numbers would need an attribute that is not kept.
    "OrderedList": {"listTypes": [{"label": "1, 2, 3, …", "type": "decimal", "description": ""}]},
    "ListItem": True,
    "Blockquote": True,
    # Links open where the reader wants them. No links by themselves: "klaar.Is" is no address.
    "Link": {
        "enableTarget": False,
        "autolink": False,
        "defaultProtocol": "https",
        "protocols": sorted(ARTICLE.schemes),
    },
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "History": True,
    # Shows non-breaking spaces and soft hyphens, which are invisible and common in Dutch.
    "SpecialCharacters": True,
    # On by default, and would take the browser's spelling checker from the writer.
    "NoSpellCheck": False,
}


def article_html(html: str) -> str:
    """What the editor sent, cleaned. Html in which nothing is written is empty."""
    cleaned = clean(html, ARTICLE)
    return cleaned if unescape(strip_tags(cleaned)).strip() else ""
