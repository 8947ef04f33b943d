"""The interface speaks Dutch, in the u-form, and says the fixed sentences exactly."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.utils.translation import gettext, override

from tests.catalogues import ENGLISH, messages, said_in
from tests.test_layout import ROOT, compiled, sources, templates

#: The text of a sentence in a template or in Python, between the quotes of its first argument.
IN_TEMPLATE: Final = re.compile(r"{% translate \"([^\"]+)\"|%}([^{%]*[^{]*?){% (?:plural|endblock)")
IN_PYTHON: Final = re.compile(r"(?:_|gettext_lazy|gettext|ngettext)\(\s*((?:\"[^\"]*\"\s*)+)")
#: What takes a sentence that tells somebody what is wrong.
FAULTS: Final = {"ValidationError", "Absent", "add_error", "RegexValidator", "error_messages"}
INFORMAL: Final = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


def sentences(paths: list[Path], pattern: re.Pattern[str]) -> Iterator[str]:
    for path in paths:
        for match in pattern.finditer(path.read_text()):
            yield "".join(part for part in match.groups() if part)


def interface() -> list[str]:
    product = [path for path in sources() if "demo" not in path.parts]
    return [*sentences(templates(), IN_TEMPLATE), *sentences([*product, *compiled()], IN_PYTHON)]


def test_the_sentences_are_found() -> None:
    assert len(interface()) > 150


def test_readers_and_staff_are_addressed_with_u() -> None:
    collected = [sentence for one in messages(ENGLISH) for sentence in one.said]
    said = {*interface(), *collected}
    assert [sentence for sentence in said if INFORMAL.search(sentence)] == []


def faults() -> Iterator[str]:
    for node in (node for path in sources() for node in ast.walk(ast.parse(path.read_text()))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        else:
            name = node.arg if isinstance(node, ast.keyword) else None
        if name in FAULTS:
            yield from said_in(node)


def test_what_is_wrong_is_said_in_a_whole_sentence() -> None:
    said = list(faults())
    assert len(said) > 30
    assert [sentence for sentence in said if not sentence.endswith((".", "?"))] == []


def test_the_closed_discussion_says_what_the_owner_wants() -> None:
    assert "Reageren is gesloten." in interface()


def test_what_libraries_leave_in_english_is_dutch_here() -> None:
    with override("nl"):
        assert gettext("- Select an option -") == "- Maak een keuze -"
        assert gettext("Collapse all items") == "Alle blokken inklappen"


def test_every_translation_in_the_source_catalogue_is_in_the_compiled_one() -> None:
    catalogue = (ROOT / "locale/nl/LC_MESSAGES/django.po").read_text()
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', catalogue, re.MULTILINE)
    assert pairs
    with override("nl"):
        assert [gettext(english) for english, _ in pairs] == [dutch for _, dutch in pairs]
