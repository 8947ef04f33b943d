from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import ngettext


def to_articles(number: int, **filters: int) -> SafeString:
    """How many articles, as a link to the list of exactly these."""
    text = ngettext("%(n)s artikel", "%(n)s artikelen", number) % {"n": number}
    url = reverse("admin:articles_article_changelist")
    return format_html('<a href="{}?{}">{}</a>', url, urlencode(filters), text)
