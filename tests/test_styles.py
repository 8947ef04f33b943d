"""The style sheets: nothing dead, nothing foreign, nothing heavy, nothing that moves by itself."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.test_layout import ROOT, compiled, sources, templates

CSS: Final = ROOT / "static/css"
TOKENS: Final = CSS / "tokens.css"
PUBLIC: Final = CSS / "grensvlak.css"
DESK: Final = CSS / "desk.css"
FONTS: Final = ROOT / "static/fonts"

#: Made from a value in the template: where a picture stands.
MADE: Final = {"picture--opening"}
#: They name a thing for scripts and tests, and need no style of their own.
UNSTYLED: Final = {"card__count", "invitation__staff", "mine__state", "question__said"}

#: Names of a direction on the screen, where CSS has one of the text. `overflow-x` has none yet.
PHYSICAL: Final = re.compile(
    r"(?<![\w-])((?:margin|padding|border|inset)-(?:top|right|bottom|left)[\w-]*"
    r"|(?:width|height)|top|right|bottom|left"
    r"|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
MOVES: Final = re.compile(r"(?<![\w-])(?:transition|animation|scroll-behavior)[\w-]*\s*:")
FOREIGN: Final = re.compile(r"--(?:utrecht|nl|basis)-")


def bare(path: Path) -> str:
    """A sheet without comments, and without what stands between quotes or in an address."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    return re.sub(r'"[^"]*"|url\([^)]*\)', "", text)


def without_blocks(text: str, head: str) -> str:
    """Leaves out each block that begins with `head`, with all that is nested in it."""
    while (start := text.find(head)) >= 0:
        depth = 0
        for brace in re.finditer("[{}]", text[start:]):
            depth += 1 if brace.group() == "{" else -1
            if not depth:
                break
        text = text[:start] + text[start + brace.end() :]
    return text


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def classes_in_the_sheet() -> set[str]:
    return set(re.findall(r"\.([a-z][\w-]*)", bare(PUBLIC)))


def classes_on_pages() -> set[str]:
    return {
        name
        for path in [*templates(), *compiled()]
        if not {"admin", "emails"} & set(path.parts)
        for value in re.findall(
            r'class="([^"]*)"',
            re.sub(r"\{%.*?%\}", " ", re.sub(r"\{\{.*?\}\}", "{{", path.read_text())),
        )
        for name in value.split()
        if "{{" not in name
    }


def what_can_put_a_class_on_a_page() -> str:
    scripts = (ROOT / "static/js").glob("*.js")
    return "\n".join(path.read_text() for path in [*templates(), *compiled(), *sources(), *scripts])


def test_every_class_in_the_style_sheet_is_on_some_page() -> None:
    everything = what_can_put_a_class_on_a_page()
    dead = {
        name
        for name in classes_in_the_sheet() - MADE
        if not re.search(rf"(?<![\w-]){name}(?![\w-])", everything)
    }
    assert dead == set()


def test_every_class_on_a_page_is_in_the_style_sheet() -> None:
    assert classes_on_pages() - classes_in_the_sheet() == UNSTYLED


def test_only_the_tokens_know_names_of_nl_design_system() -> None:
    assert FOREIGN.search(TOKENS.read_text())
    others = [path for path in CSS.glob("*.css") if path != TOKENS]
    assert [path.name for path in others if FOREIGN.search(path.read_text())] == []


def test_every_name_of_a_theme_ends_in_a_value_of_our_own() -> None:
    """Themes name different things; a chain without an end leaves a page without a colour."""
    for line in bare(TOKENS).splitlines():
        if FOREIGN.search(line):
            innermost = line[line.rindex("var(") :]
            assert not FOREIGN.search(innermost) or "," in innermost, line


def test_tokens_are_declared_on_the_theme_too() -> None:
    """A property is computed where it is declared: on the root only, a theme would not reach it."""
    rest = without_blocks(bare(TOKENS), ":root, [class*")
    assert not FOREIGN.search(rest)


def declared(text: str) -> set[str]:
    return set(re.findall(r"(--(?:gv|own)-[\w-]+)\s*:", text))


def read(text: str) -> set[str]:
    return set(re.findall(r"var\((--(?:gv|own)-[\w-]+)", text))


def test_every_token_that_is_read_exists_and_every_one_that_exists_is_read() -> None:
    tokens, sheets = bare(TOKENS), bare(PUBLIC) + bare(DESK)
    assert read(tokens) | read(sheets) == declared(tokens)
    assert declared(sheets) <= declared(tokens)
    assert not {name for name in read(sheets) if name.startswith("--own-")}


@pytest.mark.parametrize("sheet", [TOKENS, PUBLIC, DESK], ids=lambda sheet: sheet.name)
def test_directions_are_those_of_the_text(sheet: Path) -> None:
    assert [hit.group() for hit in PHYSICAL.finditer(bare(sheet))] == []


@pytest.mark.parametrize("sheet", [TOKENS, PUBLIC, DESK], ids=lambda sheet: sheet.name)
def test_nothing_moves_for_who_asked_for_stillness(sheet: Path) -> None:
    text = without_blocks(bare(sheet), "@media (prefers-reduced-motion: no-preference)")
    moving = [text[hit.start() : text.index(";", hit.start())] for hit in MOVES.finditer(text)]
    assert [one for one in moving if not one.endswith(": none")] == []


def test_the_public_style_sheet_is_in_layers_that_the_tokens_put_in_order() -> None:
    order = re.search(r"@layer ([^;{]+);", TOKENS.read_text())
    assert order
    layers = re.findall(r"^@layer (\w+) \{", PUBLIC.read_text(), re.MULTILINE)
    assert order[1].split(", ") == ["tokens", *layers]
    outside = bare(PUBLIC)
    for layer in layers:
        outside = without_blocks(outside, f"@layer {layer} {{")
    assert outside.strip() == ""


def test_style_is_light() -> None:
    assert weight(TOKENS) + weight(PUBLIC) < 10_000
    assert "@import" not in PUBLIC.read_text() + TOKENS.read_text()


def faces() -> Iterator[str]:
    return (face for face in re.findall(r"@font-face \{(.*?)\}", TOKENS.read_text()))


def test_every_font_is_used_and_comes_with_its_licence() -> None:
    used = set(re.findall(r'url\("\.\./fonts/([^"]+)"\)', TOKENS.read_text()))
    assert used == {path.name for path in FONTS.glob("*.woff2")}
    for family in ("newsreader", "schibsted-grotesk"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"{family}-LICENCE.txt").read_text()
    assert all("font-display: swap" in face for face in faces() if "url(" in face)


def test_each_face_has_twins_as_wide_among_what_readers_have() -> None:
    """Until a font has come, and where it never comes, the page stands as it will stand."""
    for face in faces():
        if "local(" in face:
            for adjusted in ("size-adjust", "ascent-override", "descent-override"):
                assert adjusted in face
    stacks = re.findall(r"--own-(?:text|display|interface): ([^;]+);", TOKENS.read_text())
    assert len(stacks) == 3
    assert all(" as " in stack.split(",")[1] for stack in stacks)


def test_the_fonts_of_a_first_view_are_light() -> None:
    first = ("newsreader.woff2", "newsreader-display.woff2", "schibsted-grotesk.woff2")
    assert sum((FONTS / name).stat().st_size for name in first) < 31_000
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) < 90_000
