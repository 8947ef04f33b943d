from .nature import tree
from .palette import (
    AMBER,
    BRICK,
    CREAM,
    DEEP,
    FOG,
    HONEY,
    LAGOON,
    MOSS,
    NIGHT,
    OCHRE,
    PAPER,
    RUST,
    SAGE,
    SAND,
    SLATE,
    STONE,
    TEAL,
    Ink,
    darker,
    lighter,
    mix,
)  # fmt: skip
from .paths import Stand, disc, line, rect, rounded
from .people import (
    ANOUK,
    HENK,
    JOY,
    LOTTE,
    MARIJKE,
    RAVI,
    YUSUF,
    bust,
    child,
    person,
    sitter,
    walker,
)
from .sheet import FROM_BELOW, FROM_TOP, Sheet
from .town import bench

RAIL = 742


TREES = ((830, 1), (905, 1.4), (1010, 0.9), (1330, 1.2), (1420, 0.9), (1530, 1.4), (60, 1.2))


def _country(sheet: Sheet) -> None:
    sheet.backdrop(lighter(LAGOON, 0.55), lighter(HONEY, 0.45), (-0.3, 0.2, 1, 1.4), 1)
    sheet.wash(disc(1190, 470, 120), lighter(HONEY, 0.2), OCHRE, FROM_BELOW, 0.5)
    sheet.fill(rect(-100, 600, 1800, 300), SAGE)
    sheet.shade(rect(-100, 600, 1800, 130), FOG, FROM_TOP, 0.8)
    for x, scale in TREES:
        tree(sheet, Stand(x, 650, scale), mix(SAGE, MOSS, 0.5), DEEP, 0)


def _track(sheet: Sheet) -> None:
    sheet.wash(rect(-100, 690, 1800, 90), mix(STONE, AMBER, 0.25), NIGHT, FROM_BELOW, 0.7)
    for x in range(-80, 1680, 46):
        sheet.fill(rect(x, RAIL + 2, 26, 10), RUST)
    sheet.fill(rect(-100, RAIL - 4, 1800, 7), NIGHT)


def _carriage(sheet: Sheet) -> None:
    nose = line([(560, 372), (660, 396), (724, 500), (752, 640)])
    body = [(-80, 372), *nose, (752, 706), (-80, 706)]
    sheet.wash(body, HONEY, OCHRE, FROM_BELOW)
    sheet.fill([(-80, 600), (748, 600), (752, 648), (-80, 648)], TEAL)
    windscreen = [*line([(610, 420), (656, 424), (692, 486), (706, 540)]), (610, 540)]
    sheet.wash(windscreen, DEEP, LAGOON, (1, 0.2, 0.2, 0))
    sheet.fill(disc(726, 622, 11), PAPER)


def _wheels(sheet: Sheet) -> None:
    sheet.fill(rect(-80, 700, 826, 26), NIGHT)
    for x in (40, 130, 380, 470, 640):
        sheet.fill(disc(x, 724, 25), NIGHT)
        sheet.fill(disc(x, 724, 10), SLATE)


def _carriage_windows(sheet: Sheet) -> None:
    for x in (-40, 80, 200, 440):
        sheet.wash(rounded(x, 430, 100, 110, 12), DEEP, LAGOON, (1, 0.1, 0.3, 0))
    for x, passenger in ((80, RAVI), (200, ANOUK)):
        bust(sheet, Stand(x + 52, 478, 2.5), passenger)
        sheet.fill(rect(x, 539, 100, 24), mix(HONEY, OCHRE, 0.5))
    for x in (320, 372):
        sheet.fill(rounded(x, 420, 48, 280, 8), BRICK)
        sheet.form(rounded(x + 9, 436, 30, 100, 6), DEEP, LAGOON)


def _post(sheet: Sheet, x: float) -> None:
    sheet.fill(rect(x - 8, 130, 16, 700), TEAL)
    sheet.fill(rect(x - 16, 800, 32, 30), TEAL)
    for side in (-1, 1):
        sheet.stroke([(x, 250), (x + side * 28, 192), (x + side * 96, 150)], 9, TEAL)


def _canopy(sheet: Sheet) -> None:
    for x in (190, 1000, 1440):
        _post(sheet, x)
    sheet.wash(rect(-60, -20, 1720, 150), BRICK, RUST, FROM_BELOW, 0.9)
    for x in range(-60, 1660, 40):
        sheet.fill([(x, 138), (x + 40, 138), (x + 20, 162)], CREAM)
    sheet.fill(rect(-60, 122, 1720, 17), CREAM)


def _clock(sheet: Sheet, x: float, y: float) -> None:
    sheet.fill(rect(x - 4, 140, 8, y - 140), NIGHT)
    sheet.fill(disc(x, y, 54), NIGHT)
    sheet.fill(disc(x, y, 45), PAPER)
    for turn in range(12):
        ray = [disc(x, y, reach)[turn * 6] for reach in (35, 42)]
        sheet.stroke(ray, 4, NIGHT)
    sheet.stroke([(x, y), (x - 15, y - 21)], 6, NIGHT)
    sheet.stroke([(x, y), (x + 10, y - 32)], 5, BRICK)


def _platform(sheet: Sheet) -> None:
    floor = rect(-100, 776, 1800, 300)
    sheet.wash(floor, CREAM, SAND, FROM_BELOW, 1)
    sheet.fill(rect(-100, 762, 1800, 18), STONE)
    sheet.fill(rect(-100, 792, 1800, 9), PAPER)
    for x in range(-200, 1800, 150):
        sheet.stroke([(x, 806), (x * 1.25 - 200, 1010)], 2.4, mix(SAND, AMBER, 0.4), 0.6)
    sheet.stroke([(-50, 880), (1650, 880)], 2.4, mix(SAND, AMBER, 0.4), 0.6)


def _suitcase(sheet: Sheet, stand: Stand, ink: Ink) -> None:
    sheet.stroke(stand([(-6, -34), (-6, -54), (6, -54), (6, -34)]), 1.6 * stand.scale, NIGHT)
    sheet.form(stand(rounded(-14, -38, 28, 36, 4)), ink, darker(ink, 0.5))
    for x in (-9, 9):
        sheet.fill(stand(disc(x, -1, 2.6)), NIGHT)


def _travellers(sheet: Sheet) -> None:
    bench(sheet, Stand(1265, 872, 2.3), AMBER)
    sitter(sheet, Stand(1225, 866, 2.7), HENK)
    walker(sheet, Stand(430, 850, 2.5, -1), YUSUF)
    person(sheet, Stand(860, 905, 3, -1), MARIJKE)
    _suitcase(sheet, Stand(945, 905, 2.8), LAGOON)
    person(sheet, Stand(735, 900, 3), JOY, [(-2, -76), (5, -64), (14, -70)])
    child(sheet, Stand(1050, 910, 2.9, -1), LOTTE)


def station(sheet: Sheet) -> None:
    _country(sheet)
    _track(sheet)
    _carriage(sheet)
    _wheels(sheet)
    _carriage_windows(sheet)
    _platform(sheet)
    _canopy(sheet)
    _clock(sheet, 860, 282)
    _travellers(sheet)
