from collections.abc import Callable
from dataclasses import dataclass

from .palette import (
    BRICK,
    NIGHT,
    PAPER,
    RUST,
    Ink,
    darker,
    mix,
)  # fmt: skip
from .paths import Path, Point, Stand, blob, disc, ribbon
from .sheet import FROM_BELOW, FROM_SOUTH_EAST, FROM_TOP, Sheet

FRAME = 480
HEAD: Path = blob(
    [
        (-70, -26),
        (-67, 34),
        (-44, 84),
        (0, 108),
        (44, 84),
        (67, 34),
        (70, -26),
        (48, -86),
        (0, -104),
        (-48, -86),
    ]
)
SHOULDERS: Path = blob(
    [
        (-206, 320),
        (-192, 220),
        (-150, 178),
        (-60, 150),
        (0, 146),
        (60, 150),
        (150, 178),
        (192, 220),
        (206, 320),
        (0, 360),
    ]
)
# Features sit a little off the middle: a face turned slightly reads as listening.
GLANCE = 6


@dataclass(frozen=True)
class Sitter:
    paper: Ink
    halo: Ink
    skin: Ink
    hair: Ink
    coat: Ink
    brow: Ink
    behind: Callable[[Sheet, Stand, "Sitter"], None]
    dress: Callable[[Sheet, Stand, "Sitter"], None]
    front: Callable[[Sheet, Stand, "Sitter"], None]
    lips: float = 0.3
    lined: bool = False


def shaded(sheet: Sheet, path: Path, ink: Ink) -> None:
    sheet.form(path, ink, darker(ink, 0.45), 0.8)


def _neck(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    shade = darker(sitter.skin, 0.2)
    neck = [(-36, 60), (36, 60), (40, 150), (46, 168), (0, 204), (-46, 168), (-40, 150)]
    sheet.fill(head([(float(x), float(y)) for x, y in neck]), shade)


def _ears(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    for side in (-1, 1):
        ear = blob(
            [(side * 66, -14), (side * 80, -18), (side * 83, 8), (side * 70, 34), (side * 62, 24)]
        )
        sheet.fill(head(ear), darker(sitter.skin, 0.1))


def _eyes(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    for side in (-1, 1):
        x = side * 29 + GLANCE
        white = blob([(x - 13, 2), (x, -5), (x + 13, 1), (x, 6)])
        sheet.fill(head(white), mix(PAPER, sitter.skin, 0.25))
        sheet.fill(head(disc(x + 1, 0, 6.2, 6.6)), NIGHT)
        sheet.stroke(head([(x - 14, 2), (x, -6), (x + 14, 0)]), 3, darker(sitter.skin, 0.75))
        brow: list[Point] = [(x - side * 14, -27), (x + side * 3, -31), (x + side * 18, -24)]
        sheet.fill(head(ribbon(brow, 6, 3)), sitter.brow)


def nose_and_mouth(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    crease = darker(sitter.skin, 0.36)
    sheet.stroke(head([(GLANCE + 5, 4), (GLANCE + 12, 34), (GLANCE - 6, 40)]), 3.4, crease)
    lip = mix(sitter.skin, RUST, sitter.lips)
    mouth = blob(
        [(GLANCE - 24, 61), (GLANCE - 6, 61), (GLANCE + 8, 61), (GLANCE + 24, 61), (GLANCE, 75)]
    )
    sheet.fill(head(mouth), lip)
    sheet.stroke(
        head(
            [
                (GLANCE - 26, 60),
                (GLANCE - 14, 65),
                (GLANCE, 67),
                (GLANCE + 14, 65),
                (GLANCE + 26, 60),
            ]
        ),
        2.6,
        darker(lip, 0.45),
    )


def _lines(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    crease = darker(sitter.skin, 0.24)
    for side in (-1, 1):
        x = GLANCE + side * 36
        sheet.stroke(head([(x - side * 8, 40), (x, 54), (x + side * 2, 70)]), 2.4, crease)
        sheet.stroke(head([(x - side * 16, 15), (x - side * 4, 18), (x + side * 6, 14)]), 2, crease)


def _face(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    path = head(HEAD)
    sheet.wash(path, sitter.skin, darker(sitter.skin, 0.32), (-0.5, 0.5, 0, 0.9), 0.9)
    for x in (-36, 46):
        sheet.glow(head([(x, 40)])[0], 24, mix(sitter.skin, BRICK, 0.5), 0.4)
    _eyes(sheet, head, sitter)
    nose_and_mouth(sheet, head, sitter)
    if sitter.lined:
        _lines(sheet, head, sitter)


def _chin_shadow(sheet: Sheet, head: Stand) -> None:
    sheet.shadow(head(blob([(-35, 70), (36, 70), (37, 106), (12, 136), (-32, 118)])), FROM_TOP, 0.5)


def sit(sheet: Sheet, sitter: Sitter) -> None:
    sheet.backdrop(sitter.paper, darker(sitter.paper, 0.25), FROM_SOUTH_EAST, 0.6)
    sheet.wash(disc(240, 232, 186), sitter.halo, sitter.paper, FROM_BELOW, 0.8)
    head = Stand(240, 218, 1)
    sitter.behind(sheet, head, sitter)
    shaded(sheet, head(SHOULDERS), sitter.coat)
    _neck(sheet, head, sitter)
    _chin_shadow(sheet, head)
    sitter.dress(sheet, head, sitter)
    _ears(sheet, head, sitter)
    _face(sheet, head, sitter)
    sitter.front(sheet, head, sitter)
