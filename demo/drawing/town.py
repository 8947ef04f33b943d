from dataclasses import dataclass
from typing import Literal

from .palette import CREAM, DEEP, HONEY, NIGHT, PAPER, Ink, darker, lighter
from .paths import Path, Point, Stand, arc, disc, rect, ribbon
from .sheet import FROM_BELOW, FROM_RIGHT, Sheet

type Gable = Literal["step", "neck", "bell", "point", "flat"]


@dataclass(frozen=True)
class House:
    x: float
    width: float
    height: float
    wall: Ink
    gable: Gable = "point"
    pane: Ink = DEEP
    floors: int = 3
    columns: int = 3


GABLES: dict[Gable, Path] = {
    "step": [(0, 0), (0, -0.16), (0.16, -0.16), (0.16, -0.34), (0.32, -0.34), (0.32, -0.52),
             (0.68, -0.52), (0.68, -0.34), (0.84, -0.34), (0.84, -0.16), (1, -0.16), (1, 0)],
    "neck": [(0, 0), (0.04, -0.1), (0.16, -0.16), (0.24, -0.3), (0.26, -0.5), (0.5, -0.62),
             (0.74, -0.5), (0.76, -0.3), (0.84, -0.16), (0.96, -0.1), (1, 0)],
    "bell": [(0, 0), (0.1, -0.08), (0.16, -0.26), (0.28, -0.44), (0.5, -0.5), (0.72, -0.44),
             (0.84, -0.26), (0.9, -0.08), (1, 0)],
    "point": [(0, 0), (0.5, -0.6), (1, 0)],
    "flat": [(0, 0), (-0.03, 0), (-0.03, -0.06), (1.03, -0.06), (1.03, 0), (1, 0)],
}  # fmt: skip


def window(sheet: Sheet, path: Path, pane: Ink, frame: Ink) -> None:
    (left, top), (right, _), (_, bottom), _ = path
    sheet.fill(rect(left - 3, top - 3, right - left + 6, bottom - top + 6), frame)
    sheet.wash(path, pane, lighter(pane, 0.4), (0.7, 0, 0.1, 0), 1)
    middle = (left + right) / 2
    sheet.fill(rect(middle - 1.4, top, 2.8, bottom - top), frame)
    sheet.fill(rect(left, top + (bottom - top) * 0.36, right - left, 2.8), frame)


def _windows(sheet: Sheet, house: House, base: float) -> None:
    cell, tall = house.width / house.columns, house.height * 0.84 / house.floors
    frame = lighter(house.wall, 0.6)
    for floor in range(house.floors):
        top = base - house.height + house.height * 0.05 + floor * tall
        for column in range(house.columns):
            left = house.x + cell * (column + 0.22)
            window(sheet, rect(left, top, cell * 0.56, tall * 0.7), house.pane, frame)


def facade(sheet: Sheet, house: House, base: float) -> None:
    top = base - house.height
    gable = [(house.x + x * house.width, top + y * house.width) for x, y in GABLES[house.gable]]
    outline = [*gable, (house.x + house.width, base), (house.x, base)]
    sheet.wash(outline, house.wall, darker(house.wall, 0.22), FROM_RIGHT, 0.6)
    if house.gable != "flat":
        eye = disc(house.x + house.width / 2, top - house.width * 0.16, house.width * 0.07)
        sheet.fill(eye, house.pane)
    _windows(sheet, house, base)


def street(sheet: Sheet, houses: list[House], base: float) -> None:
    for house in houses:
        facade(sheet, house, base)


def lamp(sheet: Sheet, stand: Stand, ink: Ink = NIGHT, light: Ink = HONEY) -> None:
    sheet.fill(stand(ribbon([(0, 0), (0, -100)], 3.4, 2)), ink)
    sheet.fill(stand(rect(-3.4, -8, 6.8, 8)), ink)
    sheet.fill(stand([(-6, -116), (6, -116), (4, -100), (-4, -100)]), light)
    sheet.fill(stand([(-8, -116), (8, -116), (3, -123), (-3, -123)]), ink)


def bench(sheet: Sheet, stand: Stand, ink: Ink, iron: Ink = NIGHT) -> None:
    sheet.ground_shadow((stand.x, stand.y), 8 * stand.scale, 90 * stand.scale, 0.4)
    for x in (-40, 40):
        sheet.fill(stand(rect(x - 2, -50, 4, 50)), iron)
    for y, tall in ((-54, 7), (-43, 7), (-28, 6)):
        sheet.fill(stand(rect(-50, y, 100, tall)), ink if y < -30 else darker(ink, 0.2))


def awning(sheet: Sheet, stand: Stand, stripe: Ink, width: float, depth: float = 46) -> None:
    count = 9
    step, flare = width / count, 1.12
    for i in range(count):
        ink = stripe if i % 2 == 0 else PAPER
        a, b = -width / 2 + i * step, -width / 2 + (i + 1) * step
        flap = arc((a + b) / 2 * flare, 0, step * flare / 2, 13, 180, 0)
        sheet.fill(
            stand([(a, -depth), (b, -depth), (b * flare, 0), *flap[::-1], (a * flare, 0)]), ink
        )
    skirt = [(-width / 2, -depth), (width / 2, -depth), (width * 0.56, 8), (-width * 0.56, 8)]
    sheet.shade(stand(skirt), darker(stripe, 0.5), (-0.3, 0.1, 0.2, 0.7), 0.7)


def paving(sheet: Sheet, top: float, ink: Ink, vanish: Point, gap: float = 130) -> None:
    for i in range(-14, 15):
        foot = vanish[0] + i * gap * 2.4
        start = vanish[0] + (foot - vanish[0]) * (top - vanish[1]) / (1040 - vanish[1])
        sheet.stroke([(start, top), (foot, 1040)], 2.4, ink, 0.5)
    for row in range(8):
        y = top + (1000 - top) * (row / 7) ** 1.7
        sheet.stroke([(-20, y), (1620, y)], 2.2, ink, 0.4)


def doorway(sheet: Sheet, x: float, base: float, size: tuple[float, float], ink: Ink) -> None:
    width, height = size
    arch = arc(x + width / 2, base - height, width / 2, width / 2, 180, 360)
    sheet.fill([*arch, (x + width, base), (x, base)], ink)
    sheet.shade(rect(x, base - height, width, height), lighter(ink, 0.3), FROM_BELOW, 0.3)


def _spire(sheet: Sheet, middle: float, eaves: float, width: float, roof: Ink) -> None:
    top, half = eaves - width * 1.5, width / 2 + 8
    slopes = [(middle - half, eaves), (middle + half, eaves), (middle + 6, top), (middle - 6, top)]
    sheet.fill(slopes, roof)
    sheet.stroke([(middle, top), (middle, top - width * 0.4)], 4, roof)


def _dial(sheet: Sheet, middle: float, y: float, width: float) -> None:
    sheet.fill(disc(middle, y, width * 0.3), CREAM)
    for tip in ((middle, y - width * 0.2), (middle + width * 0.14, y + width * 0.08)):
        sheet.stroke([(middle, y), tip], 4, NIGHT)


def tower(sheet: Sheet, x: float, base: float, size: tuple[float, float], wall: Ink) -> None:
    width, height = size
    sheet.wash(rect(x, base - height, width, height), wall, darker(wall), FROM_RIGHT, 0.6)
    _spire(sheet, x + width / 2, base - height, width, darker(wall, 0.5))
    _dial(sheet, x + width / 2, base - height + width * 0.5, width)
