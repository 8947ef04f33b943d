"""What a check of an article can find, in words for who has to put it right."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


class Code(StrEnum):
    # What keeps an article from being published: without it, some readers miss something.
    NO_TITLE = "no-title"
    NO_LEAD = "no-lead"
    NO_BODY = "no-body"
    NO_ALT = "no-alt"
    ALT_IS_FILE_NAME = "alt-is-file-name"
    ALT_SAYS_IMAGE = "alt-says-image"
    HEADING_EMPTY = "heading-empty"
    HEADING_SKIPPED = "heading-skipped"
    TABLE_WITHOUT_HEADERS = "table-without-headers"
    QUOTE_WITHOUT_NAME = "quote-without-name"
    # Advice.
    NO_AUTHOR = "no-author"
    NO_TOPICS = "no-topics"
    NO_PHOTO = "no-photo"
    LONG_LEAD = "long-lead"
    VAGUE_LINK = "vague-link"
    BARE_LINK = "bare-link"
    DOWNLOAD = "download"
    CAPITALS = "capitals"
    FAKE_LIST = "fake-list"
    FAKE_HEADING = "fake-heading"
    NO_TRANSCRIPT = "no-transcript"
    LONG_SENTENCES = "long-sentences"
    LONG_PARAGRAPH = "long-paragraph"
    NO_SUBHEADING = "no-subheading"
    PASSIVE = "passive"
    ABBREVIATIONS = "abbreviations"
    JARGON = "jargon"


BLOCKING: Final = frozenset(
    {
        Code.NO_TITLE,
        Code.NO_LEAD,
        Code.NO_BODY,
        Code.NO_ALT,
        Code.ALT_IS_FILE_NAME,
        Code.ALT_SAYS_IMAGE,
        Code.HEADING_EMPTY,
        Code.HEADING_SKIPPED,
        Code.TABLE_WITHOUT_HEADERS,
        Code.QUOTE_WITHOUT_NAME,
    }
)

SENTENCES: Final[dict[Code, Any]] = {
    Code.NO_TITLE: _("De titel is leeg."),
    Code.NO_LEAD: _("De inleiding is leeg."),
    Code.NO_BODY: _("Het artikel heeft nog geen inhoud."),
    Code.NO_ALT: _("Beschrijf de afbeelding, of geef aan dat zij decoratief is."),
    Code.ALT_IS_FILE_NAME: _(
        "De alternatieve tekst is de naam van een bestand: ‘%(evidence)s’. "
        "Schrijf wat er te zien is."
    ),
    Code.ALT_SAYS_IMAGE: _(
        "De alternatieve tekst begint met ‘%(evidence)s’. Dat wordt al voorgelezen: "
        "begin met wat er te zien is."
    ),
    Code.HEADING_EMPTY: _("Er staat een lege kop. Vul die in, of haal die weg."),
    Code.HEADING_SKIPPED: _(
        "De kop ‘%(evidence)s’ slaat een niveau over. Na de titel komt kop 2, daarna pas kop 3."
    ),
    Code.TABLE_WITHOUT_HEADERS: _(
        "De tabel met ‘%(evidence)s’ heeft geen kopcellen. Maak van de eerste rij of kolom koppen."
    ),
    Code.QUOTE_WITHOUT_NAME: _("Bij het citaat ‘%(evidence)s’ staat niet wie het zei."),
    Code.NO_AUTHOR: _("Er staat geen auteur bij het artikel."),
    Code.NO_TOPICS: _(
        "Het artikel heeft geen onderwerpen. Lezers vinden het dan minder makkelijk."
    ),
    Code.NO_PHOTO: _("Er staat geen foto boven het artikel."),
    Code.LONG_LEAD: _("De inleiding telt %(count)s woorden. Houd het bij zestig."),
    Code.VAGUE_LINK: _(
        "De linktekst ‘%(evidence)s’ zegt niet waar de link heen gaat. "
        "Noem wat de lezer daar vindt."
    ),
    Code.BARE_LINK: _(
        "De linktekst is een webadres: ‘%(evidence)s’. Schrijf wat de lezer daar vindt."
    ),
    Code.DOWNLOAD: _(
        "De link ‘%(evidence)s’ opent een bestand. Zet erbij wat voor bestand, en hoe groot: "
        "(pdf, 2 MB)."
    ),
    Code.CAPITALS: _("‘%(evidence)s’ staat in hoofdletters. Dat leest moeilijk."),
    Code.FAKE_LIST: _(
        "Regels beginnen met een streepje of een nummer: ‘%(evidence)s’. Maak er een lijst van."
    ),
    Code.FAKE_HEADING: _(
        "De alinea ‘%(evidence)s’ is helemaal vet. Is het een kop, maak er een kop van."
    ),
    Code.NO_TRANSCRIPT: _(
        "Bij ‘%(evidence)s’ ontbreekt de uitgeschreven tekst. "
        "Is het een video, schrijf dan op wat er te horen en te zien is."
    ),
    Code.LONG_SENTENCES: ngettext_lazy(
        "%(count)s zin is lang: ‘%(evidence)s’. Probeer er twee van te maken.",
        "%(count)s zinnen zijn lang. De langste: ‘%(evidence)s’. Probeer er twee van te maken.",
        "count",
    ),
    Code.LONG_PARAGRAPH: _("De alinea ‘%(evidence)s’ telt %(count)s woorden. Deel die op."),
    Code.NO_SUBHEADING: _(
        "Er staan %(count)s woorden zonder tussenkop. Na ongeveer driehonderd woorden helpt er een."
    ),
    Code.PASSIVE: _(
        "In %(count)s van de 100 zinnen staat ‘worden’ of ‘werden’, zoals in ‘%(evidence)s’. "
        "Schrijf wie iets doet."
    ),
    Code.ABBREVIATIONS: _("Schrijf uit of leg uit wat dit betekent: %(evidence)s."),
    Code.JARGON: _("Dit kan eenvoudiger: %(evidence)s."),
}


@dataclass(frozen=True)
class Finding:
    code: Code
    place: str = ""  # the id of the field or block on the article's page at the desk
    evidence: str = ""
    count: int = 0

    @property
    def blocks(self) -> bool:
        return self.code in BLOCKING

    @property
    def sentence(self) -> str:
        return str(SENTENCES[self.code] % {"evidence": self.evidence, "count": self.count})
