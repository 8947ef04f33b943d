"""What editors can make of a text within a page that has headings of its own."""

from typing import Any, Final

from django.utils.functional import Promise
from django_prose_editor.fields import ProseEditorField

from markup.editor import EXTENSIONS, article_html

#: No headings, which would break the order of those around it, and no tables.
WITHIN_A_PART: Final[dict[str, Any]] = {
    name: how
    for name, how in EXTENSIONS.items()
    if name != "Heading" and not name.startswith("Table")
}


def part_field(label: Promise, help_text: Promise | str = "", **options: Any) -> Any:
    """Rich text of one part of a page. Empty is allowed until the page is published."""
    return ProseEditorField(
        label,
        extensions=WITHIN_A_PART,
        sanitize=article_html,
        blank=True,
        help_text=help_text,
        **options,
    )
