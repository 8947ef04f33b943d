from .nature import cloud, glints, lumpy, poplar, reeds, tree
from .palette import (
    BRICK,
    CHARCOAL,
    CREAM,
    DEEP,
    FOG,
    HONEY,
    LAGOON,
    MIST,
    MOSS,
    NIGHT,
    OCHRE,
    PAPER,
    ROSE,
    RUST,
    SAGE,
    SAND,
    SLATE,
    TEAL,
    Ink,
    darker,
    lighter,
    mix,
)  # fmt: skip
from .paths import Path, Point, Stand, arc, blob, disc, line, rect, ribbon
from .people import MARIJKE, cyclist
from .sheet import FROM_BELOW, FROM_RIGHT, FROM_TOP, Sheet

HAZE = mix(MIST, FOG, 0.4)


def _church(sheet: Sheet, stand: Stand, wall: Ink, roof: Ink) -> None:
    sheet.form(stand(rect(-16, -120, 32, 120)), wall, darker(wall), 0.6)
    sheet.fill(stand([(-20, -120), (20, -120), (0, -220)]), roof)
    sheet.form(stand(rect(14, -62, 90, 62)), wall, darker(wall), 0.6)
    sheet.fill(stand([(10, -62), (108, -62), (94, -104), (14, -104)]), roof)


def _roofs(sheet: Sheet, spots: list[tuple[float, float]]) -> None:
    for i, (x, width) in enumerate(spots):
        base = _crest(x) + 46
        roof = (BRICK, ROSE, RUST)[i % 3]
        sheet.fill(rect(x, base - 50, width, 60), CREAM)
        slope = [
            (x - 8, base - 48),
            (x + width + 8, base - 48),
            (x + width * 0.78, base - 96),
            (x + width * 0.22, base - 96),
        ]
        sheet.wash(slope, roof, RUST, FROM_RIGHT, 0.6)


def _sheep(sheet: Sheet, stand: Stand) -> None:
    sheet.shadow(stand(blob([(-14, -2), (20, -4), (60, 6), (20, 8)])), (1, 0, 1, 0), 0.4)
    for x in (-9, -5, 7, 11):
        sheet.fill(stand(rect(x, -8, 2.4, 9)), NIGHT)
    fleece = lumpy(sheet, stand([(0, -15)])[0], 17 * stand.scale, 11 * stand.scale, 9)
    sheet.form(fleece, PAPER, SLATE, 0.6)
    sheet.fill(stand(blob([(13, -22), (20, -24), (25, -15), (22, -11), (15, -14)])), CHARCOAL)


def _crest(x: float) -> float:
    return 640 - 74 * (x / 1600) + 16 * (1 - abs(x - 800) / 800)


def _dike(sheet: Sheet) -> None:
    top: Path = [(float(x), _crest(x)) for x in range(-80, 1701, 60)]
    slope = [*top, *line([(1700, 800), (1150, 822), (640, 872), (200, 905), (-80, 912)])]
    sheet.wash(slope, MOSS, darker(MOSS, 0.6), (0, 0.3, 0.6, 1), 0.75)
    sheet.shade(slope, SAGE, (1, 0.5, 0, 0), 0.7)
    track: Path = [(x, y + 9) for x, y in top]
    sheet.stroke(track, 22, lighter(SAND, 0.3))
    for drop in (70, 130):
        terrace = [(x, y + drop + x * 0.012) for x, y in top]
        sheet.stroke(terrace, 4, lighter(MOSS, 0.2), 0.5)


def _river(sheet: Sheet) -> None:
    water = rect(-100, 760, 1800, 300)
    sheet.wash(water, lighter(LAGOON, 0.25), TEAL, FROM_BELOW, 0.9)
    sheet.shade(water, PAPER, (0, 0.5, 0, 0.2), 0.7)


SHEEP = ((330, 770, 1.5), (420, 800, 1.7), (250, 815, 1.7), (1290, 720, 1.4), (1360, 745, 1.5))


def _village(sheet: Sheet) -> None:
    _church(sheet, Stand(250, 700, 1.4), mix(ROSE, BRICK, 0.3), TEAL)
    _roofs(sheet, [(80, 90), (420, 100), (560, 80), (1220, 90), (1390, 110)])
    for x, scale in ((30, 1.2), (395, 0.9), (670, 1.1), (1170, 1), (1345, 0.9), (1540, 1.3)):
        tree(sheet, Stand(x, _crest(x) + 78, scale), SAGE, DEEP, 0)


def _reedbed(sheet: Sheet, x: float, y: float, tall: float) -> None:
    reeds(sheet, (x, y), tall, DEEP, 15)
    reeds(sheet, (x + 25, y + 8), tall * 0.8, OCHRE, 8)


def dijk(sheet: Sheet) -> None:
    sheet.backdrop(lighter(LAGOON, 0.42), lighter(HONEY, 0.4), (-0.4, -0.2, 1.3, 1.5), 1)
    for x, y, scale in ((950, 530, 6), (280, 250, 2), (1420, 170, 1.5)):
        cloud(sheet, Stand(x, y, scale), PAPER, MIST)
    _village(sheet)
    _river(sheet)
    _dike(sheet)
    for x, y, scale in SHEEP:
        _sheep(sheet, Stand(x, y, scale))
    cyclist(sheet, Stand(900, _crest(900) + 10, 2.7), MARIJKE, NIGHT)
    glints(sheet, (500, 900, 1600, 990), PAPER, 22)
    for x, y, tall in ((1470, 1020, 190), (1580, 1020, 230), (60, 960, 130)):
        _reedbed(sheet, x, y, tall)


HORIZON = 600
VANISH: Point = (640, HORIZON)


def _strip(left: float, right: float) -> Path:
    return [VANISH, (VANISH[0] + left, 1040), (VANISH[0] + right, 1040)]


def _fields(sheet: Sheet) -> None:
    sheet.fill(rect(-50, HORIZON, 1700, 450), SAGE)
    inks = (MOSS, SAGE, lighter(MOSS, 0.18), mix(SAGE, HONEY, 0.35))
    for i in range(-14, 16):
        strip = _strip(i * 420, i * 420 + 420)
        sheet.fill(strip, inks[i % 4])
        if abs(i) < 5:
            sheet.shade(strip, darker(inks[i % 4], 0.5), (0, 0.1, 0.5, 0.7), 0.8)
    for i in range(-14, 16):
        ditch = _strip(i * 420 - 34, i * 420 + 34)
        sheet.fill(ditch, lighter(LAGOON, 0.55))
        if abs(i) < 5:
            sheet.shade(ditch, LAGOON, FROM_BELOW, 0.9)
        sheet.fill(_strip(i * 420 + 34, i * 420 + 46), darker(MOSS, 0.4))
    haze = rect(-50, HORIZON, 1700, 130)
    sheet.shade(haze, FOG, FROM_TOP, 0.9)


def _farm(sheet: Sheet, stand: Stand) -> None:
    sheet.ground_shadow(stand.at(60, -8)([(0, 0)])[0], 30 * stand.scale, 200 * stand.scale, 0.35)
    sheet.form(stand(rect(-84, -46, 168, 46)), CREAM, SLATE, 0.6)
    for x in (-68, -40, 34, 58):
        sheet.fill(stand(rect(x, -36, 14, 22)), TEAL)
    sheet.fill(stand(rect(-14, -40, 34, 40)), DEEP)
    front = [(-98, -44), (98, -44), (14, -168), (-14, -168)]
    sheet.fill(stand([(float(x), float(y)) for x, y in front]), BRICK)
    sheet.shade(
        stand([(-98, -44), (98, -44), (14, -168), (-14, -168)]), RUST, (-0.2, 0.7, 0.2, 1), 1
    )
    sheet.fill(stand(rect(-8, -188, 16, 24)), RUST)


COW: Path = [(-26, -38), (0, -40), (26, -40), (28, -24), (20, -16), (-20, -15), (-27, -24)]
PATCHES: tuple[Path, ...] = (
    [(-18, -39), (-4, -39), (-4, -26), (-16, -24)],
    [(8, -40), (24, -40), (26, -28), (14, -28)],
)
COW_HEAD: Path = [(30, -44), (38, -43), (46, -31), (44, -27), (38, -28), (32, -36)]


def _cow_head(sheet: Sheet, stand: Stand) -> None:
    sheet.fill(stand(ribbon([(20, -34), (30, -38), (34, -38)], 13, 9)), PAPER)
    sheet.fill(stand(blob(COW_HEAD)), CHARCOAL)
    sheet.fill(stand(blob([(42, -32), (46, -31), (45, -27), (40, -28)])), ROSE)
    sheet.fill(stand(blob([(26, -45), (33, -45), (31, -41)])), CHARCOAL)


def _cow(sheet: Sheet, stand: Stand) -> None:
    sheet.ground_shadow((stand.x, stand.y), 9 * stand.scale, 70 * stand.scale, 0.35)
    for x in (-20, -14, 14, 20):
        sheet.fill(stand(rect(x, -18, 4.4, 19)), darker(CREAM, 0.3))
    sheet.form(stand(blob(COW)), PAPER, SLATE, 0.5)
    for patch in PATCHES:
        sheet.fill(stand(blob(patch)), CHARCOAL)
    _cow_head(sheet, stand)
    sheet.stroke(stand([(-26, -37), (-29, -20)]), 2 * stand.scale, CHARCOAL)


def _turbine(sheet: Sheet, stand: Stand, turn: float) -> None:
    sheet.fill(stand([(-2.4, 0), (2.4, 0), (1.2, -120), (-1.2, -120)]), PAPER)
    for blade in range(3):
        tip = arc(0, -120, 62, 62, turn + blade * 120, turn + blade * 120)[0]
        sheet.fill(stand(ribbon([(0, -120), tip], 4, 1)), PAPER)


def _treeline(sheet: Sheet) -> None:
    for _ in range(46):
        x, size = sheet.rng.uniform(-40, 1640), sheet.rng.uniform(10, 24)
        ink = mix(SAGE, MIST, sheet.rng.uniform(0.2, 0.6))
        sheet.fill(lumpy(sheet, (x, HORIZON - size * 0.4), size * 1.6, size), ink)


CLOUDS = ((1080, 260, 3.6), (330, 330, 2.2), (560, 110, 1.7), (1490, 90, 1.5), (760, 430, 1.1))
COWS = ((330, 735, 1.3, 1), (190, 790, 1.8, -1), (950, 732, 1.3, -1), (745, 790, 1.8, 1))


def _sky(sheet: Sheet) -> None:
    sheet.backdrop(lighter(LAGOON, 0.38), PAPER, (-0.2, 0, 0.75, 0.75), 1)
    for x, y, scale in CLOUDS:
        cloud(sheet, Stand(x, y, scale), PAPER, MIST)
    for x, scale, turn in ((190, 1.1, 20), (290, 1, 65), (385, 0.9, 100)):
        _turbine(sheet, Stand(x, HORIZON + 4, scale), turn)


def _farmyard(sheet: Sheet) -> None:
    sheet.shade(disc(1170, 672, 330, 22), darker(MOSS, 0.3), (0.9, 0.9, 0.9, 0.9))
    for x in (930, 975, 1015, 1330, 1375):
        poplar(sheet, Stand(x, 668, 1.25), MOSS, NIGHT)
    _farm(sheet, Stand(1170, 672, 1.5))
    tree(sheet, Stand(1385, 682, 0.9), MOSS, NIGHT, 0.3)


def polder(sheet: Sheet) -> None:
    _sky(sheet)
    _treeline(sheet)
    _fields(sheet)
    _farmyard(sheet)
    for x, y, scale, facing in COWS:
        _cow(sheet, Stand(x, y, scale, facing))
    for x, tall in ((90, 190), (190, 130), (1480, 170)):
        _reedbed(sheet, x, 1020, tall)
