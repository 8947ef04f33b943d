"""What the documents claim: a test that is named there exists, and so does a file."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.test_layout import ROOT

ASKS = ROOT / "docs" / "what-users-ask.md"
ACCESS = ROOT / "docs" / "accessibility.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def rows_of(text: str) -> list[list[str]]:
    """The rows of the table that have a number, as their cells."""
    lines = (line for line in text.splitlines() if re.match(r"\| \d+ \|", line))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@cache
def defined_in(path: Path) -> frozenset[str]:
    if not path.is_file():
        return frozenset()
    functions = (node for node in ast.parse(path.read_text()).body)
    return frozenset(node.name for node in functions if isinstance(node, ast.FunctionDef))


def missing(text: str) -> list[str]:
    """The tests that are named and are not there."""
    named = NAMED.findall(text)
    return [f"{path}::{name}" for path, name in named if name not in defined_in(ROOT / path)]


def test_every_ask_is_answered_and_says_by_which_test_that_is_held() -> None:
    rows = rows_of(ASKS.read_text())
    assert [row[0] for row in rows] == [str(number) for number in range(1, 30)]
    assert {len(row) for row in rows} == {5}
    for _number, asked, where, answer, held in rows:
        assert asked
        assert re.search(r"#\d+", where)
        assert answer
        assert NAMED.fullmatch(held.split()[0])
        assert re.sub(NAMED, "", held).strip() == ""


def test_every_requirement_of_accessibility_says_by_which_tests_it_is_held() -> None:
    rows = [line.strip("|").split("|") for line in ACCESS.read_text().splitlines()]
    rows = [[cell.strip() for cell in row] for row in rows if re.match(r" (?:A-)?\d", row[0])]
    numbers = [row[0] for row in rows]
    assert len(numbers) == len(set(numbers)) == 51
    for row in rows:
        assert all(row)
        assert NAMED.search(row[-1]), row[0]
        assert re.sub(NAMED, "", row[-1]).strip() == "", row[0]


@pytest.mark.parametrize("document", [ASKS, ACCESS], ids=lambda path: path.name)
def test_every_test_that_is_named_is_there(document: Path) -> None:
    assert missing(document.read_text()) == []


@pytest.mark.parametrize(
    ("named", "is_there"),
    [
        ("tests/test_docs.py::test_every_test_that_is_named_is_there", True),
        ("tests/test_docs.py::test_every_test_that_was_named_is_there", False),
        ("tests/test_documents.py::test_every_test_that_is_named_is_there", False),
        ("tests/test_docs.py::test_every_test", False),
    ],
)
def test_a_test_that_was_renamed_is_noticed(named: str, is_there: bool) -> None:
    assert missing(f"| 1 | … | `{named}` |") == ([] if is_there else [named])


def test_a_document_that_is_linked_is_there() -> None:
    for document in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
