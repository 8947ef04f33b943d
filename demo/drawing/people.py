from dataclasses import dataclass
from typing import Literal

from .palette import (
    BRICK,
    BROWN,
    CHARCOAL,
    DEEP,
    FAIR,
    FOG,
    HONEY,
    LAGOON,
    MIST,
    NIGHT,
    OCHRE,
    OLIVE,
    PAPER,
    ROSE,
    RUST,
    SLATE,
    STONE,
    TAN,
    TEAL,
    UMBER,
    Ink,
    darker,
)  # fmt: skip
from .paths import Path, Point, Stand, blob, disc, ribbon, ring
from .sheet import FROM_RIGHT, Sheet

type Hair = Literal["short", "bun", "long", "scarf", "cap", "bald", "tail"]


@dataclass(frozen=True)
class Look:
    skin: Ink
    hair: Ink
    coat: Ink
    legs: Ink
    style: Hair = "short"
    hem: float = -38


MARIJKE = Look(FAIR, STONE, BRICK, DEEP, "bun", -24)
YUSUF = Look(OLIVE, CHARCOAL, OCHRE, DEEP)
FATIMA = Look(TAN, LAGOON, TEAL, NIGHT, "scarf", -14)
HENK = Look(FAIR, FOG, TEAL, CHARCOAL, "cap")
JOY = Look(UMBER, NIGHT, HONEY, TEAL, "tail", -30)
ANOUK = Look(FAIR, RUST, DEEP, BRICK, "long", -40)
WILLEM = Look(TAN, SLATE, CHARCOAL, NIGHT, "bald", -30)
RAVI = Look(BROWN, NIGHT, PAPER, BRICK, "short", -42)
LOTTE = Look(FAIR, OCHRE, ROSE, DEEP, "tail", -26)
NADIA = Look(TAN, BRICK, MIST, TEAL, "scarf", -16)
CREW = (MARIJKE, YUSUF, FATIMA, HENK, JOY, ANOUK, WILLEM, RAVI, LOTTE, NADIA)

HAIR: dict[Hair, Path] = {
    "short": [(-6.5, 3), (-7.4, -3), (-4, -9), (2.5, -9.6), (6.4, -6), (4, -4.4), (-1.5, -4),
              (-2.6, 1), (-4.6, 4)],
    "bun": [(-4.6, 3), (-7, -2), (-4.5, -8.6), (2, -9.4), (6.2, -6), (3.5, -4.4), (-1, -3.4),
            (-2.4, 0.6)],
    "long": [(-8, 12), (-8.4, -2), (-4.5, -9), (2.5, -9.6), (6.4, -6), (3, -4.6), (-1, -2),
             (-1.5, 6), (-2, 12)],
    "scarf": [(-8, 9), (-8, -3), (-4.5, -9.4), (2, -10), (6.6, -6.6), (4.6, -5), (2, -1),
              (3.6, 6), (5, 9), (-1, 12)],
    "cap": [(-7.2, -3.6), (-5, -9), (2, -9.8), (6, -6.6), (10.4, -4.6), (10, -3.8), (3, -4),
            (-3, -3.2)],
    "bald": [(-6.4, 4), (-7, -2), (-5.6, -5), (-3.4, -3), (-3, 2)],
    "tail": [(-6, 2), (-7.2, -3), (-4, -9), (2.5, -9.6), (6.4, -6), (4, -4.4), (-1.5, -4), (-3, 1)],
}  # fmt: skip
EAR: Path = [(-1.6, -2), (-0.2, -2.6), (0.7, -1), (-0.4, 1.6), (-1.3, 1)]
RIDING_COAT: Path = [
    (-11, -90), (-4, -92), (0, -87), (-1, -72), (-3, -54), (-11, -50), (-20, -52), (-17, -70),
    (-15, -84),
]  # fmt: skip
TUBES: tuple[Path, ...] = (
    [(-28, -17), (-4, -18)], [(-28, -17), (-11, -44)], [(-4, -18), (-13, -48)],
    [(-4, -18), (17, -44)], [(-10, -40), (17, -44)], [(27, -17), (16, -54)],
    [(16, -54), (10, -57)], [(-34, -34), (-16, -34)],
)  # fmt: skip


def _hair(sheet: Sheet, head: Stand, look: Look) -> None:
    sheet.fill(head(blob(HAIR[look.style])), look.hair)
    if look.style == "bun":
        sheet.fill(head(disc(-8, -4, 3.2)), look.hair)
    if look.style == "tail":
        sheet.fill(head(ribbon([(-6, -4), (-10, -1), (-10, 8)], 4, 1.5)), look.hair)


FACE: Path = [
    (-5, 4), (-6.4, -2), (-4, -8), (1, -9), (4.6, -6.5), (5.4, -3.6), (5.3, -2), (6.3, 0),
    (7.4, 1.6), (6, 2.4), (6.2, 3.4), (5.8, 4.1), (6, 5), (5.2, 6.9), (3.4, 8), (0.5, 7.4),
    (-1.5, 5.5),
]  # fmt: skip
CLOSE_UP = 4


def _features(sheet: Sheet, head: Stand, look: Look) -> None:
    brow, crease = darker(look.hair, 0.3), darker(look.skin, 0.35)
    sheet.fill(head(disc(3.9, -1.5, 0.5, 0.72)), NIGHT)
    sheet.stroke(head([(2.5, -3.9), (3.5, -4.5), (4.7, -4.3)]), 0.55 * head.scale, brow)
    sheet.stroke(head([(3.8, 3.7), (4.6, 4.3), (5.8, 4)]), 0.4 * head.scale, crease)
    if look.style != "scarf":
        sheet.fill(head(blob(EAR)), darker(look.skin, 0.14))


def _head(sheet: Sheet, head: Stand, look: Look) -> None:
    neck = darker(look.skin, 0.22)
    sheet.fill(head(ribbon([(-1, 4), (-1.5, 12)], 6)), neck)
    sheet.fill(head(blob(FACE)), look.skin)
    _hair(sheet, head, look)
    if head.scale > CLOSE_UP:
        _features(sheet, head, look)


def _limb(sheet: Sheet, stand: Stand, points: list[Point], width: float, ink: Ink) -> None:
    sheet.fill(stand(ribbon(points, width, width * 0.68)), ink)


def _shoe(sheet: Sheet, stand: Stand, x: float, y: float) -> None:
    sheet.fill(stand.at(x, y)(blob([(-3, -3), (2, -3), (8, 0), (7, 1), (-3, 1)])), NIGHT)


def _leg(sheet: Sheet, stand: Stand, points: list[Point], ink: Ink) -> None:
    foot = points[-1]
    _limb(sheet, stand, [*points[:-1], (foot[0], foot[1] - 2)], 8.4, ink)
    _shoe(sheet, stand, *points[-1])


def _arm(sheet: Sheet, stand: Stand, points: list[Point], look: Look, ink: Ink) -> None:
    sheet.fill(stand(disc(*points[-1], 2.7)), look.skin)
    hand, elbow = points[-1], points[-2]
    cuff = (hand[0] + (elbow[0] - hand[0]) * 0.24, hand[1] + (elbow[1] - hand[1]) * 0.24)
    _limb(sheet, stand, [*points[:-1], cuff], 6.6, ink)


def _coat(look: Look, sway: float) -> Path:
    flare = 10.2 + (look.hem + 45) * 0.09
    front: Path = [(-6, -80), (1, -82.5), (6.5, -79), (8.2, -68), (7.6, -56)]
    hem: Path = [(flare + 0.2 + sway, look.hem), (0, look.hem + 1.4), (sway - flare, look.hem)]
    return blob([*front, *hem, (-7.6, -58), (-8.6, -72)])


def _torso(sheet: Sheet, stand: Stand, look: Look, sway: float = 0) -> None:
    path = stand(_coat(look, sway))
    sheet.wash(path, look.coat, darker(look.coat, 0.35), FROM_RIGHT, 0.55)


def person(sheet: Sheet, stand: Stand, look: Look, arm: list[Point] | None = None) -> None:
    sheet.ground_shadow((stand.x - 3 * stand.scale, stand.y), 11 * stand.scale, 90 * stand.scale)
    _leg(sheet, stand, [(3, -48), (4, -24), (4, -2)], darker(look.legs, 0.3))
    _leg(sheet, stand, [(-3, -48), (-3.4, -24), (-3, -1)], look.legs)
    _torso(sheet, stand, look)
    _head(sheet, stand.at(1, -89.5), look)
    reach = arm or [(-2, -76), (-4, -62), (1, -49)]
    _arm(sheet, stand, reach, look, darker(look.coat, 0.24))


def walker(sheet: Sheet, stand: Stand, look: Look) -> None:
    sheet.ground_shadow((stand.x - 3 * stand.scale, stand.y), 11 * stand.scale, 90 * stand.scale)
    sleeve = darker(look.coat, 0.24)
    _arm(sheet, stand, [(3, -76), (9, -63), (14, -53)], look, darker(look.coat, 0.45))
    _leg(sheet, stand, [(-2, -48), (-4, -26), (-15, -5)], darker(look.legs, 0.3))
    _leg(sheet, stand, [(2, -48), (8, -26), (11, -2)], look.legs)
    _torso(sheet, stand, look, 1)
    _head(sheet, stand.at(2, -89.5), look)
    _arm(sheet, stand, [(-2, -76), (-7, -63), (-6, -50)], look, sleeve)


def _lap(sheet: Sheet, stand: Stand, look: Look) -> None:
    for shift, ink in ((4.0, darker(look.legs, 0.3)), (0.0, look.legs)):
        _limb(sheet, stand, [(0, -30), (10 + shift, -32), (20 + shift, -30)], 10, ink)
        _leg(sheet, stand, [(20 + shift, -30), (20 + shift, -15), (19 + shift, -1)], ink)


def sitter(sheet: Sheet, stand: Stand, look: Look, lean: float = 0) -> None:
    _lap(sheet, stand, look)
    neck: Path = [(lean - 7, -60), (lean, -63), (lean + 5, -59)]
    trunk = blob([*neck, (7, -46), (8, -29), (0, -25), (-8, -27), (-8, -44)])
    sheet.form(stand(trunk), look.coat, darker(look.coat, 0.35))
    _head(sheet, stand.at(1 + lean, -71), look)
    _arm(sheet, stand, [(-1 + lean, -57), (0, -44), (13, -38)], look, darker(look.coat, 0.24))


def bust(sheet: Sheet, stand: Stand, look: Look) -> None:
    trunk = blob([(-9, 30), (-9, 17), (-6, 12), (0, 10.5), (6, 12), (9, 17), (9, 30)])
    sheet.form(stand(trunk), look.coat, darker(look.coat, 0.35))
    _head(sheet, stand.at(0, 0), look)


def _wheel(sheet: Sheet, stand: Stand, x: float, ink: Ink) -> None:
    sheet.fill(stand(ring(x, -17, 17.4, 17.4, 2)), ink)
    sheet.stroke(stand([(x - 15, -12), (x - 9, -31), (x + 9, -32)]), 1.4 * stand.scale, ink)
    sheet.fill(stand(disc(x, -17, 2)), ink)


def bicycle(sheet: Sheet, stand: Stand, ink: Ink = NIGHT) -> None:
    _wheel(sheet, stand, -28, ink)
    _wheel(sheet, stand, 27, ink)
    for tube in TUBES:
        sheet.stroke(stand(tube), 2.2 * stand.scale, ink)
    sheet.stroke(stand([(-19, -49), (-8, -50)]), 4 * stand.scale, ink)


def cyclist(sheet: Sheet, stand: Stand, look: Look, frame: Ink = NIGHT) -> None:
    sheet.ground_shadow((stand.x - 20 * stand.scale, stand.y), 6 * stand.scale, 130 * stand.scale)
    _leg(sheet, stand, [(-11, -54), (6, -44), (1, -26)], darker(look.legs, 0.35))
    bicycle(sheet, stand, frame)
    _leg(sheet, stand, [(-11, -54), (7, -38), (-3, -11)], look.legs)
    sheet.form(stand(blob(RIDING_COAT)), look.coat, darker(look.coat, 0.35))
    _head(sheet, stand.at(-4, -99.5), look)
    _arm(sheet, stand, [(-7, -86), (-3, -70), (11, -59)], look, darker(look.coat, 0.24))


def child(sheet: Sheet, stand: Stand, look: Look) -> None:
    person(sheet, Stand(stand.x, stand.y, stand.scale * 0.62, stand.facing), look)
