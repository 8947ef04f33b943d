"""The words of a finding: to the writer what to do or expect, to a moderator what was seen.

Decisions keep findings as codes with what was seen; so both can be said again later, in both
languages.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from comments.judging.ruling import Finding, Ruling, Verdict

type Seen = Mapping[str, Any]

#: Why it waits or was refused, to who wrote it. How exactly we look is not for machines to learn.
WRITER: Final[dict[str, str]] = {
    "before": gettext_noop("De redactie leest alle reacties voordat wij die plaatsen."),
    "hours": gettext_noop("De redactie leest nu niet mee."),
    "old_article": gettext_noop(
        "Bij oudere artikelen lezen wij reacties voordat wij die plaatsen."
    ),
    "posing": gettext_noop("De naam lijkt op die van iemand van de redactie of van een auteur."),
    "first": gettext_noop("Een eerste reactie lezen wij voordat wij die plaatsen."),
    "unproven": gettext_noop("Uw e-mailadres is in deze browser niet bevestigd."),
    "unconfirmed": gettext_noop("Uw e-mailadres is nog niet bevestigd."),
    "watched": gettext_noop("Uw reacties lezen wij voordat wij die plaatsen."),
    "blocked": gettext_noop("U kunt hier voorlopig niet reageren."),
    "duplicate": gettext_noop("U plaatste dezelfde tekst ook ergens anders."),
    "refused_often": gettext_noop("Uw reacties lezen wij voordat wij die plaatsen."),
    "disposable": gettext_noop("Uw e-mailadres is van een dienst voor tijdelijke adressen."),
    "links": gettext_noop("Uw reactie bevat veel links."),
    "shouting": gettext_noop("Uw reactie staat grotendeels in hoofdletters."),
    "word": gettext_noop("Uw reactie bevat een woord waardoor wij die eerst willen lezen."),
    "audience_confirmed": gettext_noop(
        "Bevestig eerst uw e-mailadres. Daarna kunt u uw reactie plaatsen."
    ),
    "audience_staff": gettext_noop("Reageren kan nu alleen door medewerkers."),
    "expired": gettext_noop(
        "Dit formulier is verlopen. Controleer uw tekst en plaats uw reactie opnieuw."
    ),
}
#: The same, where it says something else when it was refused.
REFUSED: Final[dict[str, str]] = {
    "word": gettext_noop("Uw reactie bevat een woord dat wij niet plaatsen."),
}
#: For what is none of these: who reads it will see.
READ_FIRST: Final = gettext_noop("De redactie leest uw reactie voordat wij die plaatsen.")


def for_writer(finding: Finding) -> str:
    if finding.code in {"rate", "slow"}:
        return _too_often(finding)
    key = finding.code
    if key == "audience":
        key = f"audience_{finding.seen('for')}"
    return writer_sentence(key, refused=finding.verdict == Verdict.REFUSE)


def writer_sentence(code: str, *, refused: bool = False) -> str:
    """The sentence of a code, or the one that is always true: never text from elsewhere."""
    sentence = WRITER.get(code, READ_FIRST)
    return _(REFUSED.get(code, sentence) if refused else sentence)


def _too_often(finding: Finding) -> str:
    if finding.code == "slow":
        minutes = int(finding.seen("minutes") or 0)
        return ngettext(
            "U kunt hier eens per minuut reageren. Uw tekst is bewaard.",
            "U kunt hier eens per %(n)s minuten reageren. Uw tekst is bewaard.",
            minutes,
        ) % {"n": minutes}
    minutes = -(-int(finding.seen("wait") or 0) // 60)
    return _(
        "U plaatst reacties te snel achter elkaar. Probeer het over %(n)s minuten opnieuw. "
        "Uw tekst is bewaard."
    ) % {"n": minutes}


def wait_of(ruling: Ruling) -> int:
    """After how many seconds trying again makes sense, where that is why it was turned away."""
    return max((int(one.seen("wait") or 0) for one in ruling.at_the_door), default=0)


# --- To a moderator ---------------------------------------------------------------------------

MODERATOR: Final[dict[str, str]] = {
    "before": gettext_noop("Alle reacties worden gelezen voordat ze worden geplaatst."),
    "hours": gettext_noop("Gestuurd buiten openingstijd."),
    "old_article": gettext_noop("Het artikel is %(days)s dagen oud."),
    "posing": gettext_noop("De naam lijkt op “%(as)s”."),
    "first": gettext_noop("Eerste geplaatste reactie van dit adres."),
    "unproven": gettext_noop("Dit adres is in de browser van de schrijver niet bevestigd."),
    "unconfirmed": gettext_noop("Het e-mailadres is niet bevestigd."),
    "watched": gettext_noop("Van deze schrijver wordt alles eerst gelezen."),
    "blocked": gettext_noop("Deze schrijver is geblokkeerd."),
    "duplicate": gettext_noop("Dezelfde tekst staat ook ergens anders."),
    "refused_often": gettext_noop(
        "Van deze schrijver werd in een week %(refused)s van %(of)s afgewezen."
    ),
    "disposable": gettext_noop("Wegwerpadres (%(domain)s)."),
    "links": gettext_noop("%(links)s links."),
    "shouting": gettext_noop("%(percent)s procent hoofdletters."),
    "trap": gettext_noop("Een veld dat lezers niet zien, is ingevuld: vrijwel zeker een robot."),
    "fast": gettext_noop("Het formulier was %(seconds)s seconden open."),
    "unsigned": gettext_noop("Het formulier kwam niet van onze pagina."),
    "proof": gettext_noop("De browser deed de rekensom niet."),
    "rate": gettext_noop("Meer reacties dan mag (%(most)s)."),
    "slow": gettext_noop("Sneller dan eens per %(minutes)s minuten."),
    "expired": gettext_noop("Het formulier was verlopen."),
    "audience": gettext_noop("Deze schrijver mocht niet reageren."),
    "outside_silent": gettext_noop("De controle door %(source)s gaf geen antwoord."),
    "outside_hold": gettext_noop("Volgens %(source)s eerst lezen. %(reason)s"),
    "outside_refuse": gettext_noop("Volgens %(source)s weigeren. %(reason)s"),
    "outside_spam": gettext_noop("Volgens %(source)s spam. %(reason)s"),
}
FIELDS: Final[dict[str, str]] = {
    "body": gettext_noop("de tekst"),
    "name": gettext_noop("de naam"),
    "affiliation": gettext_noop("de organisatie"),
}


def for_moderator(finding: Seen) -> str:
    """Of a finding as a decision keeps it. One from before a check was renamed shows its code."""
    code = str(finding.get("code", ""))
    if code == "word":
        return _word(finding)
    sentence = MODERATOR.get(code)
    if sentence is None:
        return code
    try:
        return (_(sentence) % finding).strip()
    except KeyError:
        return code


def _word(finding: Seen) -> str:
    where = _(FIELDS.get(str(finding.get("field")), "de tekst"))
    names = {"matched": finding.get("matched"), "rule": finding.get("rule"), "where": where}
    if str(names["matched"]).casefold() == str(names["rule"]).casefold():
        return _("Woordregel “%(rule)s” in %(where)s.") % names
    return _("Woordregel “%(rule)s” in %(where)s: “%(matched)s”.") % names


def reasons(evidence: Mapping[str, Any]) -> list[str]:
    """Everything that a decision's evidence says, in words, each sentence once."""
    return _once(for_moderator(one) for one in evidence.get("findings", ()))


def reasons_of(ruling: Ruling) -> list[str]:
    """The same for a ruling that is no decision (yet)."""
    return _once(for_moderator({"code": one.code, **dict(one.evidence)}) for one in ruling.reasons)


def marks(evidence: Mapping[str, Any], field: str = "body") -> list[tuple[int, int]]:
    """Where words were found, as places in the text as it was typed, from the front."""
    places = {
        (one["start"], one["end"])
        for one in evidence.get("findings", ())
        if one.get("code") == "word" and one.get("field") == field
    }
    return sorted(places)


def _once(sentences: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(sentences))
