"""Whatever somebody types is a question; nothing is an error. No database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.expressions import for_fts5, for_tsquery
from search.query import MOST_TERMS, Query, Term, parse


def outline(query: Query) -> str:
    """The question as it was understood: "a b (c|d) “e f” -g"."""
    clauses = ["|".join(" ".join(term.tokens) for term in clause) for clause in query.clauses]
    return " + ".join([*clauses, *("-" + " ".join(term.tokens) for term in query.excluded)])


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("gemeente", "gemeente"),
        ("Gemeente  Oost", "gemeente + oost"),
        ("de gemeente", "gemeente"),
        ("de", "de"),
        ("wat is de", "wat + is + de"),
        ('"recht op antwoord"', "recht op antwoord"),
        ("“recht op antwoord”", "recht op antwoord"),
        ('brief "open raad', "brief + open raad"),
        ("e-mail", "e mail"),
        ("raad -brief", "raad + -brief"),
        ('raad -"open brief"', "raad + -open brief"),
        ("-brief", "-brief"),
        ("raad OF brief", "raad|brief"),
        ("raad OR brief OR loket", "raad|brief|loket"),
        ("raad EN brief", "raad + brief"),
        ("OR raad OR", "raad"),
        ("raad OR -brief", "raad + -brief"),
        ("gem*", "gem"),
        ("NEAR(raad, 5)", "near raad + 5"),
        ("title:raad", "title raad"),
        ("raad) OR (1=1; DROP TABLE x --", "raad|1 1 + drop + table + x"),
        ("\x00\x00 raad \ufffd", "raad"),
        ('""', ""),
        ("- ! * ^ ( ) : ' \" \\", ""),
        ("😀", ""),
        ("", ""),
    ],
)
def test_what_is_typed_is_understood(typed: str, understood: str) -> None:
    assert outline(parse(typed)) == understood


def test_a_question_is_true_when_it_asks_for_something() -> None:
    assert parse("raad")
    assert not parse("")
    assert not parse("-raad")


def test_only_the_first_words_are_used_and_it_says_so() -> None:
    words = [f"woord{n}" for n in range(MOST_TERMS + 1)]
    assert not parse(" ".join(words[:-1])).cut
    query = parse(" ".join(words))
    assert query.cut
    assert len(query.wanted) == MOST_TERMS


def test_a_very_long_question_is_cut() -> None:
    assert parse("a" * 10_000).cut


def test_exact_words_and_phrases_have_no_stem() -> None:
    stems = {term.tokens: term.stem for term in parse('brieven "brieven" e-mail de x').wanted}
    assert stems == {("brieven",): "", ("e", "mail"): "", ("x",): "x"}
    assert parse("brieven").wanted == [Term(("brieven",), "brief")]


def test_each_database_hears_it_in_its_own_words() -> None:
    query = parse('raad OF loket "open brief" -gezeur')
    assert for_fts5(query.whole()) == (
        '((("raad" OR "loket") AND "open brief") NOT "_gezeur")'  # what was excluded, in any form
    )
    assert for_tsquery(query.loose()) == (
        "((('_raad' | '_loket') & ('open' <-> 'brief')) & !('_gezeur'))"
    )


def test_the_best_tier_is_the_title_and_the_last_any_form_anywhere() -> None:
    tiers = [for_fts5(tier) for tier in parse("brieven raad").tiers()]
    assert tiers[0] == '("t_brieven" AND "t_raad")'
    assert tiers[-1] == '("_brief" AND "_raad")'
    assert len(tiers) == 7
    assert len(parse("raad").tiers()) == 6


@pytest.mark.parametrize("typed", ["raad -brief", '"open raad"'])
def test_a_phrase_or_a_minus_is_looked_for_in_the_whole_text_too(typed: str) -> None:
    query = parse(typed)
    assert all(for_fts5(query.loose()) in for_fts5(tier) for tier in query.tiers()[:4])


def test_what_has_no_other_forms_is_looked_for_once() -> None:
    assert len(parse('"open brief"').tiers()) == 3
    assert len(parse('"open brief"').plain_tiers()) == 1


@given(st.text(max_size=200))
def test_no_text_breaks_out_of_its_quotes(typed: str) -> None:
    query = parse(typed)
    for tier in query.tiers() if query else []:
        said = for_fts5(tier).replace('"', "") + for_tsquery(tier).replace("'", "")
        assert all(one.isalnum() or one in "_ ()&|!<->" for one in said)
