"""Sentences of our own that have markup in them."""

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString


def filled(sentence: str, **values: object) -> SafeString:
    """`sentence` comes from the catalogue and may have markup; the values are only text."""
    escaped = {name: conditional_escape(str(one)) for name, one in values.items()}
    return SafeString(sentence % escaped)
