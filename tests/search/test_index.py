"""How a text stands in the index. No database."""

from datetime import UTC, datetime, timedelta

import pytest

from search.index import (
    Kind,
    for_fts5,
    for_tsvector,
    key,
    keys_between,
    kind_of,
    object_of,
    period_marks,
    time_of,
    tokens_of,
    windows,
)
from search.models import Within

NOON = datetime(2018, 1, 24, 12, tzinfo=UTC)
BIGINT = 2**63


def test_newer_is_a_higher_key_and_kinds_stay_apart() -> None:
    keys = [
        key(Kind.ARTICLE, NOON, 9),
        key(Kind.ARTICLE, NOON, 10),
        key(Kind.ARTICLE, NOON + timedelta(seconds=1), 1),
        key(Kind.REACTION, datetime(1971, 1, 1, tzinfo=UTC), 1),
    ]
    assert keys == sorted(set(keys))
    assert [object_of(one) for one in keys] == [9, 10, 1, 1]


@pytest.mark.parametrize("year", [1, 1969, 2106, 9999])
def test_any_date_fits(year: int) -> None:
    at = datetime(year, 7, 1, tzinfo=UTC)
    assert 0 < key(Kind.REACTION, at, 2**29 - 1) < BIGINT
    assert object_of(key(Kind.REACTION, at, 7)) == 7


def test_a_span_has_what_was_published_in_it() -> None:
    first, last = keys_between(Kind.ARTICLE, NOON, NOON)
    assert first <= key(Kind.ARTICLE, NOON, 5) <= last
    assert not first <= key(Kind.ARTICLE, NOON + timedelta(seconds=1), 5) <= last


def test_a_year_is_a_year_in_the_netherlands() -> None:
    midnight = datetime(2017, 12, 31, 23, tzinfo=UTC)  # 00:00 in Amsterdam
    first, last = Within(year=2018).span(Kind.ARTICLE, NOON + timedelta(days=1_000))
    assert first == key(Kind.ARTICLE, midnight, 0)
    assert not first <= key(Kind.ARTICLE, midnight - timedelta(seconds=1), 5) <= last
    assert last < key(Kind.ARTICLE, midnight + timedelta(days=365), 0)


def test_nothing_of_the_future_is_in_a_span() -> None:
    for within in (Within(), Within(year=2018)):
        _first, last = within.span(Kind.ARTICLE, NOON)
        assert key(Kind.ARTICLE, NOON, 5) <= last < key(Kind.ARTICLE, NOON + timedelta(1), 0)


def test_a_row_is_of_its_kind_its_year_and_its_month() -> None:
    row = key(Kind.REACTION, NOON, 7)
    assert (kind_of(row), time_of(row)) == (Kind.REACTION, NOON)
    assert period_marks(row) == ["k_2", "y_2_2018", "m_2_2018_1"]


@pytest.mark.parametrize("years", [True, False])
def test_windows_grow_and_each_holds_the_last_row(years: bool) -> None:
    last = key(Kind.REACTION, NOON, 7)
    looks = windows(last, years)
    assert looks[0] == ["m_2_2018_1", "m_2_2017_12"]
    assert looks[1][-1] == "m_2_2017_8"
    assert all(set(look) & set(period_marks(last)) for look in looks)
    assert looks[-1] == (["k_2"] if years else ["y_2_2018", "y_2_2017"])


def test_a_text_is_its_words_in_order_and_its_marks() -> None:
    tokens = tokens_of("Open brieven", "Aan de raad", "Dank", "Noor", ["onderwerp_3"])
    assert tokens.ordered == ["open", "brieven", "_", "noor", "aan", "de", "raad", "_", "dank"]
    assert {"_brief", "_raad", "t_brieven", "t__brief", "h_raad", "h__brief"} < tokens.marks
    assert {"h_noor", "onderwerp_3"} < tokens.marks
    assert not {"t_raad", "h_dank", "_de", "h__de"} & tokens.marks


def test_each_database_gets_it_in_its_own_form() -> None:
    tokens = tokens_of("", "", "raad de raad", "", ["auteur_1"])
    assert for_fts5(tokens) == "_ _ raad de raad _raad auteur_1"
    assert set(for_tsvector(tokens).split()) == {
        "'_':1,2", "'raad':3,5", "'de':4", "'_raad'", "'auteur_1'",
    }  # fmt: skip
