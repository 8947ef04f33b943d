"""The closing word as html: paragraphs of plain text, in which what it names is linked."""

from django.utils.html import linebreaks

from comments.models import Discussion
from comments.references import with_links


def closing_word_html(discussion: Discussion) -> str:
    """Its words are escaped; the only tags are paragraphs and links to our own pages."""
    html = linebreaks(discussion.closing_word, autoescape=True)
    return with_links(html, discussion, discussion.closing_word)
