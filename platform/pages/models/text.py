from typing import ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from markup.editor import EXTENSIONS, article_html
from pages.models.page import FIXED, Page

#: The page that says who makes the site; as a text page, but with an address of its own.
COLOPHON = "colofon"


class TextPage(Page):
    """A page of running text: the colophon, and what else editors want to tell."""

    REQUIRED: ClassVar[tuple[str, ...]] = ("text_html",)

    text_html = ProseEditorField(
        _("tekst"), extensions=EXTENSIONS, sanitize=article_html, blank=True
    )

    class Meta:
        verbose_name = _("tekstpagina")
        verbose_name_plural = _("tekstpagina’s")

    def clean(self) -> None:
        super().clean()
        if self.slug in FIXED - {COLOPHON}:
            sentence = _("Deze naam is voor een vaste pagina. Kies een andere.")
            raise ValidationError({"slug": sentence})

    @property
    def is_fixed(self) -> bool:
        return self.slug in FIXED
