"""Where pages begin, without a database."""

from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comments.models.paging import is_sound, pack, page_at, range_of, root_of, starts_of
from comments.models.placing import DIGITS, LEVELS, end_of, path_below


def path(dotted: str) -> str:
    return "".join(f"{int(number):0{DIGITS}}" for number in dotted.split("."))


def paths(thread: str) -> list[str]:
    return [path(dotted) for dotted in thread.split()]


@pytest.mark.parametrize(
    ("thread", "starts"),
    [
        ("", ""),
        ("1", ""),
        ("1 2 3", ""),
        ("1 2 3 4", "4"),
        ("1 1.2 3 3.4", "3"),
        ("1 1.2 1.3 4", "4"),
        ("1 2 2.3 2.4", "2"),
        ("1 1.2 1.3 1.4", "1.4"),
        ("1 1.2 1.3 1.4 5 6 7", "1.4 7"),
        ("1 2 2.3 2.4 2.5 6", "2 2.5"),
        ("1 1.2 1.2.3 1.2.3.4 1.2.5", "1.2.3.4"),
    ],
)
def test_pages_of_three_begin_with_a_conversation_unless_that_is_longer(
    thread: str, starts: str
) -> None:
    assert starts_of(pack(paths(thread), 3)) == paths(starts)


def test_a_page_begins_where_what_was_taken_away_above_it_would_stand() -> None:
    """7 and 8 were taken away: when they are put back, they stand on the page of their answers."""
    assert starts_of([paths("1 2 3"), paths("7.8.9 7.10")]) == paths("7")
    assert starts_of([paths("1 1.2 1.3"), paths("1.8.9.10")]) == paths("1.8")
    assert starts_of([paths("1 1.2.3"), paths("1.2.4.5")]) == paths("1.2.4")


@pytest.mark.parametrize(
    ("place", "page"), [("1", 1), ("3.9", 1), ("4", 2), ("4.5", 2), ("8.9", 2), ("9", 3), ("99", 3)]
)
def test_a_place_is_on_one_page(place: str, page: int) -> None:
    starts = paths("4 9")
    assert page_at(starts, path(place)) == page
    first, end = range_of(starts, page)
    assert first <= path(place)
    assert end is None or path(place) < end


@pytest.mark.parametrize(
    ("starts", "sound"),
    [
        ("4", True),
        ("3", True),
        ("2", False),  # four on the second
        ("", False),  # five on one
        ("4 9", False),  # nothing on the third
        ("1", False),  # nothing on the first
        ("4 4", False),
        ("5 4", False),
    ],
)
def test_pages_are_sound_when_each_has_something_and_none_too_much(
    starts: str, sound: bool
) -> None:
    assert is_sound(paths(starts), paths("1 2 3 4 5"), 3) is sound


def test_one_page_with_nothing_is_sound() -> None:
    assert is_sound([], [], 5)


@pytest.mark.parametrize(
    ("place", "end"),
    [("1", "2"), ("9", "10"), ("1.2", "1.3"), ("7.999", "7.1000"), ("1.2.3", "1.2.4")],
)
def test_everything_below_a_place_comes_before_its_end(place: str, end: str) -> None:
    assert end_of(path(place)) == path(end)


@st.composite
def trees(draw: st.DrawFn) -> list[str]:
    grown: list[str] = []
    for number in range(1, draw(st.integers(0, 60)) + 1):
        grown.append(path_below(draw(st.sampled_from(["", *grown])), number))
    return sorted(grown)


@settings(max_examples=200, deadline=None)
@given(trees(), st.integers(1, 12))
def test_any_tree_is_packed_whole_in_order_and_sound(tree: list[str], size: int) -> None:
    pages = pack(tree, size)
    starts = starts_of(pages)
    assert list(chain(*pages)) == tree
    assert is_sound(starts, tree, size)
    assert [page_at(starts, place) for page in pages for place in page] == [
        number for number, page in enumerate(pages, start=1) for _place in page
    ]


@settings(max_examples=200, deadline=None)
@given(trees(), st.integers(1, 12))
def test_only_a_conversation_that_is_longer_than_a_page_is_on_two(
    tree: list[str], size: int
) -> None:
    pages = pack(tree, size)
    for page, following in pairwise(pages):
        if root_of(page[-1]) == root_of(following[0]):
            assert sum(root_of(place) == root_of(page[-1]) for place in tree) > size
        else:
            assert following[0].startswith(starts_of([page, following])[0])


@settings(max_examples=100, deadline=None)
@given(trees())
def test_what_is_below_a_place_is_a_range(tree: list[str]) -> None:
    for place in tree:
        below = [other for other in tree if place < other < end_of(place)]
        assert below == [other for other in tree if other.startswith(place) and other != place]
        assert len(place) <= DIGITS * LEVELS
