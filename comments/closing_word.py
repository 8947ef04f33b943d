"""The closing word as html: paragraphs of plain text, in which what it names is linked."""

from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from comments.models import Discussion
from comments.references import with_links


def closing_word_html(discussion: Discussion) -> SafeString:
    word_html = linebreaks(discussion.closing_word, autoescape=True)
    word_html = with_links(word_html, discussion, discussion.closing_word)
    return mark_safe(word_html)  # noqa: S308 - linebreaks escaped it, and links are our own addresses
