"""The house rules that a machine can hold: who imports whom, how long things are, what is out."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[1]

#: Imports point down, to a lower number; packages of one number do not know each other.
RANKS: Final = {
    "markup": 0,
    "accounts": 0,
    "delivery": 0,
    "desk": 1,
    "pages": 2,
    "search": 2,
    "mailing": 3,
    "articles": 4,
    "comments": 5,
    "demo": 6,
    "bench": 6,
    "config": 7,
}
HOMES: Final = {
    name: ROOT / name if (ROOT / name).is_dir() else ROOT / "platform" / name for name in RANKS
}
BANNED_NAMES: Final = {"services", "utils", "helpers", "common", "core", "signals", "managers"}


def sources() -> list[Path]:
    """What we wrote and what runs: no migrations, no tests."""
    found = (path for home in HOMES.values() for path in home.rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def compiled() -> list[Path]:
    """The templates that are not Django's: see config/jinja.py."""
    return sorted((ROOT / "templates").rglob("*.jinja"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.name}", lines_of(node)


def lines_of(node: ast.FunctionDef) -> int:
    """Lines of its body that do something: the docstring is for the reader, not a burden."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def count(paths: Iterator[Path] | list[Path]) -> int:
    return sum(len(path.read_text().splitlines()) for path in paths)


def test_python_s_own_platform_module_is_still_the_one_that_is_found() -> None:
    code = "import platform; print(platform.__file__); platform.system()"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not found.stdout.startswith(str(ROOT))


def test_platform_is_a_source_root_and_not_a_package() -> None:
    assert not (ROOT / "platform" / "__init__.py").exists()


@pytest.mark.parametrize("package", RANKS)
def test_imports_point_one_way(package: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in HOMES[package].rglob("*.py")
        for module in imports(path)
        if (top := module.split(".")[0]) in RANKS and top != package
        if RANKS[top] >= RANKS[package]
    ]
    assert wrong == []


def test_every_package_of_ours_has_a_rank() -> None:
    homes = [*(ROOT / "platform").iterdir(), *ROOT.iterdir()]
    packages = {home.name for home in homes if (home / "__init__.py").exists()}
    assert packages - {"tests"} == set(RANKS)


@pytest.mark.parametrize("library", ["bleach", "nh3", "markdown_it"])
def test_only_markup_cleans_text(library: str) -> None:
    users = {
        path for path in sources() if library in {name.split(".")[0] for name in imports(path)}
    }
    assert users
    assert all(HOMES["markup"] in path.parents for path in users)


def test_text_is_marked_safe_only_in_markup_or_where_it_was_cleaned_before() -> None:
    calls = re.compile(r"(?:mark_safe|SafeString)\((?!\w*\.?\w+_html\))")
    outside = (path for path in sources() if HOMES["markup"] not in path.parents)
    assert [path for path in outside if calls.search(path.read_text())] == []
    filters = re.compile(r"\{\{(?![^}]*_html\|safe)[^}]*\|safe\b")
    everything = [*templates(), *compiled()]
    assert [path for path in everything if filters.search(path.read_text())] == []


def test_no_template_has_an_inline_script_or_style() -> None:
    inline = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", re.IGNORECASE)
    everything = [*templates(), *compiled()]
    assert [path for path in everything if inline.search(path.read_text())] == []


def test_modules_are_named_for_what_they_know() -> None:
    assert [path for path in sources() if path.stem in BANNED_NAMES] == []
    assert [path for path in sources() if "django.dispatch" in set(imports(path))] == []


def test_modules_are_short() -> None:
    everything = [*sources(), *(ROOT / "tests").rglob("*.py")]
    assert [path for path in everything if count([path]) > 300] == []


def test_functions_are_short() -> None:
    lengths = dict(pair for path in sources() for pair in functions(path))
    assert [name for name, length in lengths.items() if length > 40] == []
    assert median(lengths.values()) <= 6
    assert quantiles(lengths.values(), n=10)[-1] <= 15


def test_there_is_more_test_than_source_but_not_too_much() -> None:
    assert 1.2 <= count((ROOT / "tests").rglob("*.py")) / count(sources()) <= 2
