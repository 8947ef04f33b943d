"""The look of the organisation: a theme of NL Design System over our own style."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static
from environ import Env


@dataclass(frozen=True)
class Theme:
    stylesheet: str
    css_class: str

    @property
    def address(self) -> str:
        """Where browsers get it: a path from the root of this site stays what it is."""
        return self.stylesheet if self.stylesheet.startswith("/") else static(self.stylesheet)


def theme(env: Env, files: Path) -> Theme | None:
    """From THEME_STYLESHEET and THEME_CLASS; None: our own look. `files` holds the static files.

    A theme is served by this site itself: the content security policy lets no other in.
    """
    stylesheet: str = env.str("THEME_STYLESHEET", default="")
    css_class: str = env.str("THEME_CLASS", default="")
    if not stylesheet and not css_class:
        return None
    if not stylesheet or not css_class:
        raise ImproperlyConfigured("THEME_STYLESHEET and THEME_CLASS go together; one is missing.")
    if not re.fullmatch(r"/?(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.css", stylesheet, re.ASCII):
        raise ImproperlyConfigured(
            "THEME_STYLESHEET is not a path to a style sheet: “themes/gemeente.css” among the "
            "static files, or “/huisstijl/theme.css” on this site."
        )
    if not re.fullmatch(r"[a-z][a-z0-9_-]*-theme(?: [a-z][a-z0-9_-]*)*", css_class):
        raise ImproperlyConfigured("THEME_CLASS is not the class of a theme, like gemeente-theme.")
    if not stylesheet.startswith("/") and not (files / stylesheet).is_file():
        raise ImproperlyConfigured(f"THEME_STYLESHEET: there is no {files / stylesheet}.")
    return Theme(stylesheet, css_class)
