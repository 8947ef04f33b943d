"""The catalogues hold every sentence of the project, and say each of them whole."""

import re
from collections import Counter
from gettext import GNUTranslations
from pathlib import Path
from typing import Final

import pytest
from django.utils.translation.template import templatize

from tests.catalogues import (
    CATALOGUES,
    ENGLISH,
    Message,
    message,
    messages,
    said_in_compiled,
    said_in_python,
    said_in_templates,
)
from tests.test_layout import compiled

#: What a translation has to take over as it is.
PLACEHOLDER: Final = re.compile(r"%\(\w+\)s|</?[a-z][^>]*>")

each_catalogue = pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: str(path)[-24:])


def unfinished(one: Message) -> bool:
    return one.fuzzy or not all(one.translated)


@each_catalogue
def test_every_message_is_translated_and_none_is_a_guess(catalogue: Path) -> None:
    said = messages(catalogue)
    assert said
    assert [one.said[0] for one in said if unfinished(one)] == []


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "Reeks"\nmsgstr ""',
        '#: a.py\n#, fuzzy, python-format\nmsgid "Reeks"\nmsgstr "Series"',
        'msgid "%(n)s dag"\nmsgid_plural "%(n)s dagen"\nmsgstr[0] "%(n)s day"\nmsgstr[1] ""',
    ],
)
def test_the_test_above_sees_what_is_unfinished(entry: str) -> None:
    assert unfinished(message(entry))


@each_catalogue
def test_a_translation_keeps_the_placeholders_and_the_markup(catalogue: Path) -> None:
    """In the same number. A singular may say ‘1’ where the plural counts."""
    for one in messages(catalogue):
        for said, translated in zip(one.said, one.translated, strict=True):
            assert Counter(PLACEHOLDER.findall(said)) == Counter(PLACEHOLDER.findall(translated))


@each_catalogue
def test_the_compiled_catalogue_is_the_one_that_was_written(catalogue: Path) -> None:
    with catalogue.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for one in messages(catalogue):
        assert compiled.gettext(one.said[0]) == one.translated[0]


def test_every_sentence_in_the_code_is_in_the_english_catalogue() -> None:
    """A sentence within an f-string, or with an escaped quote in a tag, was not collected."""
    known = {one.said[0] for one in messages(ENGLISH)}
    code = {*said_in_python(), *said_in_templates(), *said_in_compiled()}
    assert len(code) > 700
    assert sorted(code - known) == []


def test_a_compiled_template_says_what_makemessages_can_collect() -> None:
    """That reads it as one of Django's: the first sentence within {{ }}, and all within {% %}."""
    said = set(said_in_compiled())
    assert len(said) > 15
    collected = " ".join(templatize(path.read_text()) for path in compiled())
    assert [one for one in said if repr(one) not in collected and f'"{one}"' not in collected] == []


def test_the_english_catalogue_has_no_sentence_twice() -> None:
    said = Counter(one.said[0] for one in messages(ENGLISH))
    assert [sentence for sentence, times in said.items() if times > 1] == []
