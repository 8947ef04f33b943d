"""Words, whatever letters they are written in, and what their forms share. No database."""

import pytest

from search.words import LONGEST, STOP, composed, fold, stem, words_in


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("De Gemeente, én de burger!", ["de", "gemeente", "en", "de", "burger"]),
        ("foto’s van Anna's hond", ["foto", "van", "anna", "hond"]),
        ("zo'n e-mail uit 2018", ["zon", "e", "mail", "uit", "2018"]),
        ("snake_case", ["snake", "case"]),
        ("cafe\u0301 café CAFÉ", ["cafe", "cafe", "cafe"]),
        ("Straße ĳs ½", ["strasse", "ijs", "12"]),
        ("😀 – … \x00 ' \"", []),
        ("", []),
    ],
)
def test_a_text_is_its_words_without_capitals_and_accents(text: str, tokens: list[str]) -> None:
    assert [word.token for word in words_in(composed(text))] == tokens


def test_a_word_knows_where_it_stands() -> None:
    text = "Zie: de raad."
    assert [text[word.start : word.end] for word in words_in(text)] == ["Zie", "de", "raad"]


def test_a_run_of_letters_without_end_is_cut() -> None:
    assert fold("a" * 10_000) == "a" * LONGEST


@pytest.mark.parametrize(
    "forms",
    [
        ["gemeente", "gemeenten", "gemeentes", "gemeentelijke"],
        ["participeren", "participatie"],
        ["brief", "brieven"],
        ["huis", "huizen"],
        ["reactie", "reacties"],
        ["gesprek", "gesprekken"],
        ["advies", "adviezen"],
        ["lid", "leden"],
        ["idee", "ideeen"],
        ["overheid", "overheden"],
    ],
)
def test_forms_of_a_word_share_a_stem(forms: list[str]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("overheid", "over"),
        ("gewoon", "wonen"),
        ("gebied", "bieden"),
        ("gemeente", "menen"),
        ("raad", "rad"),
    ],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", [*sorted(STOP), "2018"])
def test_what_says_nothing_or_has_no_forms_has_no_stem(word: str) -> None:
    assert stem(word) == ""
