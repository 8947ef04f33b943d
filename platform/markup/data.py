"""Text as data: in XML, and in a page as JSON."""

import json
import re
from typing import Any, Final

from django.utils.safestring import SafeString

from markup.cleaning import well_formed

# Two code points that are no characters, and may not be in XML 1.0 (section 2.2).
NO_CHARACTERS: Final = re.compile("[\ufffe\uffff]")

#: What could end the script element, or a line of JavaScript.
ESCAPES: Final = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}

ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def legible(value: Any) -> Any:
    """The same value, with in its texts only what XML 1.0 can hold."""
    match value:
        case str():
            return NO_CHARACTERS.sub("", well_formed(value))
        case list() | tuple():
            return [legible(one) for one in value]
        case dict():
            return {name: legible(one) for name, one in value.items()}
    return value


def json_of(data: Any) -> str:
    """As it may stand in a script element."""
    return ENCODER.encode(data).translate(ESCAPES)


def linked_data(json_html: str) -> SafeString:
    """A script element that nothing runs: what search engines read of a page (JSON-LD)."""
    return SafeString(f'<script type="application/ld+json">{json_html}</script>')
