from collections.abc import Sequence

from .faces import GLANCE, Sitter, nose_and_mouth, shaded
from .palette import (
    BRICK,
    BROWN,
    CHARCOAL,
    CREAM,
    DEEP,
    FAIR,
    HONEY,
    LAGOON,
    NIGHT,
    OCHRE,
    PAPER,
    ROSE,
    RUST,
    SAND,
    SLATE,
    STONE,
    TAN,
    TEAL,
    UMBER,
    Ink,
    darker,
    lighter,
)  # fmt: skip
from .paths import Path, Stand, arc, blob, disc, ring
from .sheet import FROM_BELOW, FROM_SOUTH_EAST, Sheet

LAPEL: Path = [(52, 148), (92, 162), (74, 230), (10, 290), (4, 250)]
WING: Path = [(38, 128), (66, 158), (46, 218), (0, 186)]
BOB: Path = [
    (-84, 30), (-94, -40), (-66, -108), (0, -128), (66, -108), (94, -40), (90, 40), (82, 104),
    (0, 96), (-86, 104),
]  # fmt: skip
FRINGE: Path = [
    (-72, 40), (-88, 90), (-96, 10), (-82, -76), (-30, -124), (40, -122), (84, -72), (97, 10),
    (90, 92), (73, 40), (70, -20), (48, -60), (10, -74), (-22, -58), (-56, -40), (-70, -10),
]  # fmt: skip
BEARD: Path = [
    (-70, 10), (-60, 44), (-34, 54), (-20, 50), (6, 54), (30, 50), (40, 54), (62, 44), (70, 10),
    (68, 60), (44, 102), (0, 122), (-44, 102), (-68, 60),
]  # fmt: skip
CROP: Path = [
    (-71, 6), (-80, -50), (-62, -108), (0, -130), (62, -108), (80, -50), (71, 6), (62, -44),
    (44, -66), (0, -72), (-44, -66), (-62, -44),
]  # fmt: skip
VEIL: Path = [
    (-92, 60), (-98, -40), (-60, -118), (0, -136), (60, -118), (98, -40), (94, 60), (118, 170),
    (0, 210), (-118, 170),
]  # fmt: skip
VEIL_EDGE: Path = [
    (-92, 70), (-98, -40), (-62, -116), (0, -136), (62, -116), (98, -40), (92, 70), (58, 118),
    (0, 138), (-58, 118),
]  # fmt: skip
VEIL_OPENING: Path = [
    (-62, 20), (-60, -34), (-36, -76), (0, -88), (36, -76), (60, -34), (62, 20), (44, 82),
    (0, 104), (-44, 82),
]  # fmt: skip
FOLDS: tuple[Path, ...] = (
    [(-90, 60), (-64, 130), (0, 168)],
    [(-98, 110), (-60, 172), (10, 200)],
    [(88, 70), (60, 126), (20, 150)],
)
TUFT: Path = [(66, 20), (86, 4), (90, -36), (80, -70), (64, -80), (58, -60), (66, -30)]
WHISKER: Path = [
    (-32, 60), (-14, 47), (0, 50), (14, 47), (32, 60), (12, 60), (0, 57), (-12, 60),
]  # fmt: skip
CURLS_BEHIND = (
    (-84, 70, 40), (84, 70, 40), (-104, 16, 44), (104, 16, 44), (-104, -48, 46), (104, -48, 46),
    (-70, -104, 50), (70, -104, 50), (0, -124, 54),
)  # fmt: skip
CURLS_ABOVE_BROW = (
    (-74, -36, 26), (74, -36, 26), (-56, -76, 32), (58, -76, 32), (-18, -96, 32), (22, -98, 32),
)  # fmt: skip


def _flip(head: Stand, facing: int) -> Stand:
    return Stand(head.x, head.y, head.scale, facing)


def _nothing(*_: object) -> None:
    return


def _glasses(sheet: Sheet, head: Stand, ink: Ink) -> None:
    for side in (-1, 1):
        x = side * 31 + GLANCE
        sheet.fill(head(disc(x, 1, 24, 21)), PAPER, 0.18)
        sheet.fill(head(ring(x, 1, 26, 23, 4.4)), ink)
        sheet.stroke(head([(x + side * 24, -3), (side * 66, -6)]), 4, ink)
    sheet.stroke(head([(GLANCE - 8, -2), (GLANCE, -6), (GLANCE + 8, -2)]), 4, ink)


def _lapels(sheet: Sheet, head: Stand, ink: Ink) -> None:
    for mirrored in (1, -1):
        sheet.fill(_flip(head, mirrored)(LAPEL), ink)


def _bob_behind(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    shaded(sheet, head(blob(BOB)), darker(sitter.hair, 0.22))


def _blouse(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    sheet.fill(head([(-46, 150), (46, 150), (14, 262), (0, 290), (-14, 262)]), CREAM)
    sheet.fill(head([(-34, 142), (34, 142), (0, 206)]), darker(sitter.skin, 0.2))
    _lapels(sheet, head, darker(sitter.coat, 0.3))


def _bob_front(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    shaded(sheet, head(blob(FRINGE)), sitter.hair)
    _glasses(sheet, head, BRICK)


def _round_collar(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    band = [*arc(0, 150, 66, 68, 180, 0), *arc(0, 150, 46, 40, 0, 180)]
    sheet.fill(head(band), darker(sitter.coat, 0.25))


def _crop_and_beard(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    sheet.fill(head(blob(BEARD)), sitter.hair)
    nose_and_mouth(sheet, head, sitter)
    shaded(sheet, head(blob(CROP)), sitter.hair)


def _veil_behind(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    shaded(sheet, head(blob(VEIL)), sitter.hair)


def _veil(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    edge, opening = head(blob(VEIL_EDGE)), head(blob(VEIL_OPENING))
    around = [*edge, edge[0], opening[0], *opening[::-1]]
    sheet.wash(around, sitter.hair, darker(sitter.hair, 0.45), FROM_SOUTH_EAST, 0.8)
    for fold in FOLDS:
        sheet.stroke(head(fold), 4, darker(sitter.hair, 0.3))


def _drape(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    cloth = blob([(-96, 60), (96, 60), (128, 168), (70, 214), (0, 222), (-78, 206), (-124, 168)])
    shaded(sheet, head(cloth), darker(sitter.hair, 0.12))


def _shirt(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    sheet.fill(head([(-42, 148), (42, 148), (0, 230)]), darker(sitter.skin, 0.2))
    for mirrored in (1, -1):
        sheet.wash(_flip(head, mirrored)(WING), PAPER, STONE, FROM_BELOW, 0.8)


def _receding(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    for mirrored in (1, -1):
        shaded(sheet, _flip(head, mirrored)(blob(TUFT)), sitter.hair)
    sheet.fill(head.at(GLANCE, 0)(blob(WHISKER)), sitter.hair)
    _glasses(sheet, head, CHARCOAL)


def _curls(
    sheet: Sheet, head: Stand, sitter: Sitter, spots: Sequence[tuple[int, int, int]]
) -> None:
    for x, y, radius in spots:
        shaded(sheet, head(disc(x, y, radius)), sitter.hair)


def _curls_behind(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    _curls(sheet, head, sitter, CURLS_BEHIND)


def _curls_front(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    _curls(sheet, head, sitter, CURLS_ABOVE_BROW)
    for side in (-1, 1):
        sheet.fill(head(disc(side * 77, 46, 8)), HONEY)


def _v_neck(sheet: Sheet, head: Stand, sitter: Sitter) -> None:
    skin = darker(sitter.skin, 0.2)
    sheet.fill(head([(-54, 150), (54, 150), (0, 236)]), skin)
    for side in (-1, 1):
        sheet.stroke(head([(side * 55, 156), (0, 242)]), 13, darker(sitter.coat, 0.25))


SITTERS = {
    1: Sitter(
        HONEY,
        lighter(HONEY, 0.45),
        FAIR,
        STONE,
        TEAL,
        SLATE,
        _bob_behind,
        _blouse,
        _bob_front,
        0.45,
        True,
    ),
    2: Sitter(
        ROSE,
        lighter(ROSE, 0.4),
        UMBER,
        NIGHT,
        OCHRE,
        NIGHT,
        _nothing,
        _round_collar,
        _crop_and_beard,
        0.3,
    ),
    3: Sitter(SAND, lighter(SAND, 0.5), TAN, BRICK, DEEP, UMBER, _veil_behind, _drape, _veil, 0.45),
    4: Sitter(
        OCHRE,
        lighter(OCHRE, 0.4),
        lighter(FAIR, 0.1),
        PAPER,
        RUST,
        STONE,
        _nothing,
        _shirt,
        _receding,
        0.2,
        True,
    ),
    5: Sitter(
        BRICK,
        lighter(ROSE, 0.15),
        BROWN,
        CHARCOAL,
        LAGOON,
        NIGHT,
        _curls_behind,
        _v_neck,
        _curls_front,
        0.4,
    ),
}
