"""Tables that are wider than the screen."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


def with_scrolling_tables(html: SafeString) -> SafeString:
    """Each table of cleaned ARTICLE html in a box that scrolls sideways, also by keyboard."""
    box = format_html(
        '<div class="table-box" tabindex="0" role="group" aria-label="{}">', _("Tabel")
    )
    opened = html.replace("<table", f"{box}<table").replace("</table>", "</table></div>")
    return mark_safe(opened)  # noqa: S308
