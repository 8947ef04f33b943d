from typing import Any

from content_editor.models import create_plugin_base
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from articles.embeds import FAULTS, Frame, fault_of, frame_of, host_of
from articles.models.article import Article
from articles.models.picture import Picture, picture_field
from markup.editor import EXTENSIONS, article_html

BlockBase: Any = create_plugin_base(Article)

type Block = TextBlock | PullQuote | Tip | ImageBlock | EmbedBlock


class TextBlock(BlockBase):  # type: ignore[misc]
    text_html = ProseEditorField(_("tekst"), extensions=EXTENSIONS, sanitize=article_html)

    class Meta:
        ordering = ["ordering"]
        verbose_name = _("tekst")
        verbose_name_plural = _("teksten")

    def __str__(self) -> str:
        excerpt: str = self.get_text_html_excerpt()
        return excerpt


class PullQuote(BlockBase):  # type: ignore[misc]
    quote = models.TextField(
        _("citaat"), help_text=_("Zonder aanhalingstekens. Een lege regel begint een alinea.")
    )
    name = models.CharField(_("naam"), max_length=120)
    role = models.CharField(_("functie"), max_length=160, blank=True)
    organisation = models.CharField(_("organisatie"), max_length=160, blank=True)

    class Meta:
        ordering = ["ordering"]
        verbose_name = _("citaat")
        verbose_name_plural = _("citaten")

    def __str__(self) -> str:
        return f"{self.name}: {self.quote[:60]}"

    @property
    def affiliation(self) -> str:
        return ", ".join(part for part in (self.role, self.organisation) if part)


class Tip(BlockBase):  # type: ignore[misc]
    text = models.TextField(_("tip"), help_text=_("Het nummer komt er vanzelf voor."))
    byline = models.CharField(_("tip van"), max_length=120, blank=True)
    source = models.CharField(max_length=200, blank=True, editable=False)  # a path on this site

    class Meta:
        ordering = ["ordering"]
        verbose_name = _("tip")
        verbose_name_plural = _("tips")

    def __str__(self) -> str:
        return self.text[:60]


class ImageBlock(Picture, BlockBase):  # type: ignore[misc]
    image = picture_field("column")

    class Meta:
        ordering = ["ordering"]
        verbose_name = _("afbeelding")
        verbose_name_plural = _("afbeeldingen")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decorative=True) | ~models.Q(alt=""), name="imageblock_alt"
            )
        ]

    def __str__(self) -> str:
        return self.caption or self.alt or str(_("afbeelding"))


class EmbedBlock(BlockBase):  # type: ignore[misc]
    """A video or a message that stands on another site. Nothing of it loads before the click."""

    address = models.URLField(
        _("adres"), max_length=500, help_text=_("Waar lezers de video of het bericht vinden.")
    )
    title = models.CharField(_("titel"), max_length=200)
    image = picture_field(
        "wide", blank=True, help_text=_("Een eigen beeld, dat er staat tot de lezer klikt.")
    )
    transcript = models.TextField(
        _("uitgeschreven tekst"),
        blank=True,
        help_text=_("Wat er gezegd wordt en te zien is, voor wie niet kan kijken of luisteren."),
    )

    class Meta:
        ordering = ["ordering"]
        verbose_name = _("video of bericht")
        verbose_name_plural = _("video’s en berichten")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.address and (fault := fault_of(self.address)):
            raise ValidationError({"address": FAULTS[fault]})

    @cached_property
    def frame(self) -> Frame | None:
        """The video, if it can be played here; None for a message or a site we do not know."""
        return frame_of(self.address, settings.EMBED_HOSTS)

    @property
    def host(self) -> str:
        return host_of(self.address).removeprefix("www.")

    @property
    def has_transcript(self) -> bool:
        return bool(self.transcript.strip())


#: Every kind of block, in the order of the editor's buttons.
BLOCKS: tuple[type[models.Model], ...] = (TextBlock, PullQuote, Tip, ImageBlock, EmbedBlock)
