from math import cos, pi, sin, sqrt

from .palette import PAPER, Ink, darker, lighter, mix
from .paths import Path, Point, Stand, blob, line, ribbon
from .sheet import FROM_NORTH_WEST, FROM_SOUTH_EAST, Sheet


def lumpy(sheet: Sheet, centre: Point, rx: float, ry: float, lumps: int = 11) -> Path:
    points: Path = []
    for i in range(lumps):
        angle = 2 * pi * i / lumps
        reach = sheet.rng.uniform(0.88, 1.08)
        points.append((centre[0] + rx * reach * cos(angle), centre[1] + ry * reach * sin(angle)))
    return blob(points)


def crown(sheet: Sheet, path: Path, leaf: Ink, light: float = 0.45) -> None:
    sheet.wash(path, leaf, darker(leaf, 0.6), FROM_SOUTH_EAST, 0.85)
    sheet.shade(path, lighter(leaf, light), FROM_NORTH_WEST, 0.4)


BOUGHS = (
    (-34, -92, 19), (34, -92, 19), (-12, -88, 20), (14, -86, 20), (-40, -116, 20), (40, -118, 20),
    (-30, -142, 21), (30, -144, 21), (0, -158, 23), (-16, -122, 24), (18, -128, 24), (2, -104, 24),
)  # fmt: skip


def _boughs(sheet: Sheet, stand: Stand, leaf: Ink) -> None:
    for x, y, radius in BOUGHS:
        r = radius * stand.scale
        tone = mix(leaf, darker(leaf, 0.5), sheet.rng.uniform(0, 0.3))
        crown(sheet, lumpy(sheet, stand([(x, y)])[0], r, r * 0.94, 16), tone, 0.3)


CLOSE_BY = 2.5


def tree(sheet: Sheet, stand: Stand, leaf: Ink, bark: Ink, shadow: float = 0.5) -> None:
    reach = 150 * stand.scale
    if shadow:
        sheet.ground_shadow((stand.x, stand.y), 9 * stand.scale, reach, shadow)
        far = (stand.x + reach * 1.2, stand.y + reach * 0.2)
        pool = lumpy(sheet, far, 62 * stand.scale, 15 * stand.scale)
        sheet.shadow(pool, (1, 0.4, 1, 0.4), shadow * 0.5)
    sheet.fill(stand(ribbon([(0, 0), (1, -40), (0, -100)], 9, 4)), bark)
    sheet.fill(stand(ribbon([(0, -55), (14, -80), (20, -100)], 4, 2)), bark)
    x, y = stand([(0, -120)])[0]
    if stand.scale > CLOSE_BY:
        _boughs(sheet, stand, leaf)
    else:
        crown(sheet, lumpy(sheet, (x, y), 46 * stand.scale, 58 * stand.scale), leaf)
        _leaves(sheet, stand.at(0, -120), leaf)


def _leaves(sheet: Sheet, middle: Stand, leaf: Ink) -> None:
    for _ in range(int(16 * middle.scale)):
        angle, reach = sheet.rng.uniform(0, 2 * pi), sheet.rng.uniform(0, 0.86) ** 0.6
        x, y = 44 * reach * cos(angle), 55 * reach * sin(angle)
        light = x + y < sheet.rng.uniform(-30, 30)
        ink = lighter(leaf, 0.22) if light else darker(leaf, 0.3)
        sheet.fill(
            ribbon([middle.at(x, y)([(0, 0)])[0], middle.at(x + 2.4, y - 1.6)([(0, 0)])[0]], 3, 1),
            ink,
            0.85,
        )


def poplar(sheet: Sheet, stand: Stand, leaf: Ink, bark: Ink) -> None:
    sheet.fill(stand(ribbon([(0, 0), (0, -50)], 5, 3)), bark)
    shape = blob(
        [(0, -130), (9, -100), (14, -66), (12, -36), (0, -22), (-12, -36), (-14, -66), (-8, -100)]
    )
    crown(sheet, stand(shape), leaf)


def _puffs(sheet: Sheet) -> Path:
    domes = [(-66, 24), (-30, 34), (10, 46), (48, 32), (78, 20)]
    drawn = [(x + sheet.rng.uniform(-8, 8), r * sheet.rng.uniform(0.8, 1.12)) for x, r in domes]
    left, right = min(x - r for x, r in drawn), max(x + r for x, r in drawn)
    top = [left + (right - left) * i / 90 for i in range(91)]
    return [(x, -max(sqrt(max(0, r * r - (x - c) ** 2)) for c, r in drawn)) for x in top]


def cloud(sheet: Sheet, stand: Stand, ink: Ink = PAPER, under: Ink | None = None) -> None:
    path = stand(_puffs(sheet))
    sheet.wash(path, ink, under or darker(ink, 0.25), (-0.3, -0.1, 0.7, 0.9), 0.9)


def gull(sheet: Sheet, stand: Stand, ink: Ink) -> None:
    wings = line([(-14, -3), (-8, -8), (-2, -2), (0, 0), (3, -3), (9, -9), (16, -6)])
    sheet.stroke(stand(wings), 2.6 * stand.scale, ink)


def glints(sheet: Sheet, area: tuple[float, float, float, float], ink: Ink, count: int) -> None:
    left, top, right, bottom = area
    for _ in range(count):
        depth = sheet.rng.random()
        y = top + (bottom - top) * depth**1.3
        reach = sheet.rng.uniform(14, 60) * (0.5 + depth * 1.3)
        x = sheet.rng.uniform(left, right)
        lens = blob(
            [(x - reach, y), (x, y - 1.6 - depth * 2), (x + reach, y), (x, y + 1.6 + depth * 2)]
        )
        sheet.fill(lens, ink, 0.7)


def reeds(sheet: Sheet, base: Point, height: float, ink: Ink, count: int = 12) -> None:
    for _ in range(count):
        x = base[0] + sheet.rng.uniform(-1, 1) * height * 0.7
        tip = sheet.rng.uniform(0.6, 1) * height
        lean = sheet.rng.uniform(-0.1, 0.35) * tip
        blade: list[Point] = [
            (x, base[1]),
            (x + lean * 0.3, base[1] - tip * 0.5),
            (x + lean, base[1] - tip),
        ]
        sheet.fill(ribbon(blade, height * 0.05, 1), ink)
