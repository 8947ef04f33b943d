"""What each database is asked. No database."""

from search.engines import Sought, by_key, by_window
from search.expressions import token

TITLES = Sought(token("t_raad"), (1, 5), (token("k_1"),))
TEXTS = Sought(token("raad"), (6, 9), (token("m_2"), token("k_2")))


def test_fts5_is_asked_for_each_tier_from_the_last_key_back() -> None:
    sql, values = by_key([TITLES, TEXTS], 3)
    assert sql.count("ORDER BY rowid DESC LIMIT %s") == 2
    assert values == [0, '"t_raad"', 1, 5, 3, 1, '"raad"', 6, 9, 3]


def test_postgresql_is_asked_in_steps_that_stop_when_there_is_enough() -> None:
    sql, values = by_window([TITLES, TEXTS], 3)
    steps = sql.split(" AS MATERIALIZED ")[1:]
    assert ["count(*)" in step for step in steps] == [False, False, True]
    assert "(SELECT count(*) FROM w1) < 3" in steps[2]  # not w0: another kind has its own limit
    assert values[:4] == ["('t_raad' & 'k_1')", 1, 5, 3]
    assert values[-3:] == [0, 1, 1]


def test_every_value_has_a_place_and_none_is_in_the_text() -> None:
    for asked in (by_key, by_window):
        sql, values = asked([TITLES, TEXTS], 3)
        assert sql.count("%s") == len(values)
        assert "raad" not in sql
