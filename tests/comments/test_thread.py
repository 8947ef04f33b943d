import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comments.models import Comment
from comments.models.placing import DIGITS, LEVELS, path_below
from comments.thread import SHOWN_LEVELS, Reaction, badge_of, thread_of
from tests.comments.threads import chain, comment, outline, placed, rendered

STATES = [Comment.State.PUBLISHED, Comment.State.REMOVED, Comment.State.WITHDRAWN]


@pytest.mark.parametrize(
    ("thread", "shown"),
    [
        ("", ""),
        ("1", "1:1"),
        ("1 2 3", "1:1 1:2 1:3"),
        ("1 1.2", "1:1 2:2"),
        ("1 1.2 1.3 4", "1:1 2:2 2:3 1:4"),
        ("1 1.2 1.2.3 4", "1:1 2:2 3:3 1:4"),
        ("1 1.2 1.2.3 1.4", "1:1 2:2 3:3 2:4"),
        ("1 1.3 2 2.4", "1:1 2:3 1:2 2:4"),
        ("1 1.2 1.2.3 1.2.3.4 5", "1:1 2:2 3:3 4:4 1:5"),
        ("1 1.2 1.2.3 1.2.3.4 1.2.3.4.5", "1:1 2:2 3:3 4:4 4:5"),
        ("1 1.2 1.2.3 1.2.3.4 1.2.3.4.5 1.2.3.6", "1:1 2:2 3:3 4:4 4:5 4:6"),
        ("1 1.2 1.2.3 1.2.3.4 1.2.3.4.5.6 1.7", "1:1 2:2 3:3 4:4 4:6 2:7"),
    ],
)
def test_answers_stand_in_a_list_below_what_they_answer(thread: str, shown: str) -> None:
    assert outline(placed(thread)) == shown.split()


@pytest.mark.parametrize(
    ("thread", "shown"),
    [
        ("1†", ""),
        ("1‡", ""),
        ("1† 2", "1:2"),
        ("1 1.2†", "1:1"),
        ("1† 1.2", "1:1† 2:2"),
        ("1‡ 1.2", "1:1† 2:2"),
        ("1† 1.2†", ""),
        ("1† 1.2† 1.3", "1:1† 2:3"),
        ("1† 1.2 1.3†", "1:1† 2:2"),
        ("1† 1.2† 1.2.3", "1:1† 2:2† 3:3"),
        ("1† 1.2‡ 1.2.3†", ""),
        ("1† 1.2† 1.2.3† 1.2.3.4† 1.2.3.4.5", "1:1† 2:2† 3:3† 4:4† 4:5"),
        ("1† 10 10.11†", "1:10"),
        ("1† 1.3† 2† 2.4", "1:2† 2:4"),
    ],
)
def test_what_was_removed_keeps_its_place_only_above_something_visible(
    thread: str, shown: str
) -> None:
    assert outline(placed(thread)) == shown.split()


def test_an_answer_knows_whom_it_answers_also_at_the_last_level() -> None:
    rows = thread_of(placed("1 1.2 1.2.3 1.2.3.4 1.2.3.4.5"), set()).rows
    assert [row.parent and row.parent.number for row in rows] == [None, 1, 2, 3, 4]


def test_the_page_says_whom_an_answer_answers() -> None:
    page = rendered(thread_of(placed("1 1.2 3† 3.4"), set()))
    assert 'in reactie op <a href="#reactie-1">Lezer 1</a>' in page
    assert 'in reactie op <a href="#reactie-3">reactie 3</a>' in page
    assert "Lezer 3" not in page
    assert "Tekst 3." not in page


@pytest.mark.parametrize(
    ("user", "expected"), [(None, ""), (7, "author"), (8, "author"), (9, "editor")]
)
def test_who_speaks_for_the_site_has_a_badge(user: int | None, expected: str) -> None:
    assert badge_of(user, {7, 8}) == expected


@pytest.mark.parametrize(
    ("parent", "path"),
    [
        ("", "000012"),
        ("000007", "000007000012"),
        ("000001" * (LEVELS - 1), "000001" * (LEVELS - 1) + "000012"),
        ("000001" * (LEVELS - 1) + "000009", "000001" * (LEVELS - 1) + "000012"),
    ],
)
def test_a_path_grows_a_level_until_there_are_enough(parent: str, path: str) -> None:
    assert path_below(parent, 12) == path


def test_a_thousand_answers_to_one_another_are_shown() -> None:
    shown = outline(chain(1_000))
    assert shown[:5] == ["1:1", "2:2", "3:3", "4:4", "4:5"]
    assert len(shown) == 1_000


def test_a_thousand_reactions_side_by_side_are_shown() -> None:
    flat = placed(" ".join(map(str, range(1, 1_001))))
    assert outline(flat) == [f"1:{number}" for number in range(1, 1_001)]


@st.composite
def threads(draw: st.DrawFn) -> list[Reaction]:
    """Any tree, each reaction in any state that has a place."""
    grown: list[Reaction] = []
    for number in range(1, draw(st.integers(0, 25)) + 1):
        above = draw(st.sampled_from([None, *grown]))
        path = path_below(above.path if above else "", number)
        state = draw(st.sampled_from(STATES))
        grown.append(comment(number, path, state, above.pk if above else None))
    return sorted(grown, key=lambda one: one.path)


@settings(max_examples=200, deadline=None)
@given(threads())
def test_any_thread_is_shown_whole_in_order_and_well_nested(comments: list[Reaction]) -> None:
    shown = [item.split(":") for item in outline(comments)]
    alive = [str(one.number) for one in comments if one.state == Comment.State.PUBLISHED]
    assert [number for _level, number in shown if not number.endswith("†")] == alive
    order = [str(one.number) for one in comments]
    places = [order.index(number.rstrip("†")) for _level, number in shown]
    assert places == sorted(set(places))
    depths = {str(one.number): min(len(one.path) // DIGITS, SHOWN_LEVELS) for one in comments}
    assert all(int(level) == depths[number.rstrip("†")] for level, number in shown)


@settings(max_examples=200, deadline=None)
@given(threads())
def test_no_thread_shows_a_tombstone_without_something_visible_below(
    comments: list[Reaction],
) -> None:
    rows = thread_of(comments, set()).rows
    alive = [row.comment.path for row in rows if not row.is_tombstone]
    gone = [row.comment.path for row in rows if row.is_tombstone]
    assert all(any(path.startswith(above) for path in alive) for above in gone)
    assert all(len(path) % DIGITS == 0 for path in [*alive, *gone])
