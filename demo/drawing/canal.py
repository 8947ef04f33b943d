from .boats import botter, cutter, sloop
from .nature import cloud, glints, gull, tree
from .palette import (
    AMBER,
    BRICK,
    CREAM,
    DEEP,
    FOG,
    HONEY,
    LAGOON,
    MIST,
    NIGHT,
    OCHRE,
    PAPER,
    ROSE,
    RUST,
    SAGE,
    SAND,
    STONE,
    TEAL,
    darker,
    lighter,
    mix,
)  # fmt: skip
from .paths import Stand, arc, disc, line, rect
from .people import (
    ANOUK,
    FATIMA,
    HENK,
    JOY,
    LOTTE,
    WILLEM,
    YUSUF,
    child,
    cyclist,
    person,
    sitter,
    walker,
)
from .sheet import FROM_BELOW, FROM_RIGHT, Sheet
from .town import House, lamp, street

HAZE = mix(MIST, FOG, 0.4)
PANE = lighter(LAGOON, 0.35)
CANAL_HOUSES = [
    House(-30, 150, 330, lighter(ROSE, 0.45), "neck", PANE),
    House(120, 130, 300, HAZE, "step", PANE),
    House(250, 160, 250, lighter(SAND, 0.2), "bell", PANE),
    House(410, 120, 290, lighter(ROSE, 0.6), "point", PANE, 3, 2),
    House(1060, 140, 270, lighter(SAND, 0.3), "step", PANE),
    House(1200, 160, 320, HAZE, "neck", PANE),
    House(1360, 130, 280, lighter(ROSE, 0.45), "bell", PANE),
    House(1490, 150, 340, lighter(SAND, 0.1), "step", PANE),
]
QUAY_HOUSES = [
    House(-20, 120, 150, BRICK, "point", PANE, 2, 2),
    House(100, 140, 120, CREAM, "point", PANE, 2, 3),
    House(240, 110, 160, lighter(TEAL, 0.2), "bell", PANE, 2, 2),
    House(350, 150, 110, ROSE, "point", PANE, 2, 3),
    House(900, 130, 120, CREAM, "point", PANE, 2, 3),
    House(1030, 120, 150, BRICK, "step", PANE, 2, 2),
    House(1330, 150, 120, lighter(TEAL, 0.3), "point", PANE, 2, 3),
    House(1480, 150, 150, ROSE, "bell", PANE, 2, 3),
]
SPANS = ((800, 220, 140), (330, 130, 96), (1270, 130, 96))


def _deck(x: float) -> float:
    return 520 + ((x - 800) / 800) ** 2 * 70


def _bridge(sheet: Sheet) -> None:
    top = [(float(x), _deck(x)) for x in range(-60, 1661, 40)]
    wall = [*top, (1660, 720), (-60, 720)]
    sheet.wash(wall, BRICK, RUST, (0.1, 0.5, 0.4, 1), 0.8)
    for x, wide, tall in SPANS:
        _span(sheet, x, wide, tall)
    sheet.stroke(line([(x, y + 6) for x, y in top]), 20, CREAM)
    sheet.stroke(line([(x, y + 19) for x, y in top]), 7, RUST)


def _span(sheet: Sheet, x: float, wide: float, tall: float) -> None:
    sheet.fill(arc(x, 720, wide + 22, tall + 22, 180, 360), CREAM)
    for i in range(1, 16):
        turn = 180 + i * 11.25
        outer = arc(x, 720, wide + 24, tall + 24, turn, turn)[0]
        sheet.stroke([arc(x, 720, wide, tall, turn, turn)[0], outer], 3, ROSE)
    sheet.fill(arc(x, 720, wide, tall, 180, 360), DEEP)
    # The far side of the vault sits lower and further left than the near side.
    far = arc(x - wide * 0.06, 720, wide * 0.86, tall * 0.78, 180, 360)
    sheet.wash(far, lighter(HONEY, 0.3), SAGE, FROM_BELOW, 1)


def _railing(sheet: Sheet) -> None:
    for x in range(-40, 1660, 62):
        sheet.stroke([(x, _deck(x)), (x, _deck(x) - 48)], 4, NIGHT)
    for lift in (48, 26):
        sheet.stroke([(x, _deck(x) - lift) for x in range(-60, 1661, 60)], 4.4, NIGHT)


def _crossing(sheet: Sheet) -> None:
    walker(sheet, Stand(300, _deck(300) + 2, 1.85), FATIMA)
    child(sheet, Stand(378, _deck(378) + 2, 1.8), LOTTE)
    cyclist(sheet, Stand(670, _deck(670) + 2, 2), YUSUF)
    cyclist(sheet, Stand(935, _deck(935) + 2, 2), ANOUK)
    person(sheet, Stand(1200, _deck(1200) + 2, 1.85), HENK)
    person(sheet, Stand(1268, _deck(1268) + 2, 1.78, -1), JOY)


def brug(sheet: Sheet) -> None:
    sheet.backdrop(FOG, HONEY, (0, 0.1, 0.8, 0.7), 0.8)
    sun = disc(800, 330, 200)
    sheet.wash(sun, lighter(HONEY, 0.35), OCHRE, FROM_BELOW, 0.5)
    street(sheet, CANAL_HOUSES, 640)
    for x, scale in ((560, 1.6), (1040, 1.5)):
        tree(sheet, Stand(x, 640, scale), SAGE, darker(SAGE, 0.4), 0)
    _bridge(sheet)
    for x in (500, 1100):
        lamp(sheet, Stand(x, _deck(x), 2.1))
    _crossing(sheet)
    _railing(sheet)
    sheet.reflect(720, 330, TEAL, 0.55)
    sheet.shade(rect(-100, 720, 1800, 300), NIGHT, FROM_BELOW, 0.6)
    glints(sheet, (0, 735, 1600, 990), MIST, 34)
    sloop(sheet, Stand(250, 890, 1.3))
    for x, y in ((620, 110), (680, 80), (1010, 150)):
        gull(sheet, Stand(x, y, 1), PAPER)


def _lighthouse(sheet: Sheet, stand: Stand) -> None:
    for i in range(6):
        low, high = 26 - i * 2, 24 - i * 2
        band = [(-low, -i * 50), (low, -i * 50), (high, -i * 50 - 50), (-high, -i * 50 - 50)]
        sheet.fill(stand(band), PAPER if i % 2 else BRICK)
    sheet.shade(stand([(-26, 0), (26, 0), (14, -300), (-14, -300)]), RUST, FROM_RIGHT, 0.6)
    sheet.fill(stand(rect(-24, -308, 48, 9)), NIGHT)
    sheet.fill(stand(rect(-12, -340, 24, 32)), HONEY)
    sheet.fill(stand([(-18, -340), (18, -340), (0, -366)]), NIGHT)


def _jetty(sheet: Sheet) -> None:
    for x in (1130, 1290, 1450, 1590):
        sheet.fill(rect(x, 850, 26, 190), NIGHT)
        sheet.fill(rect(x, 800, 26, 14), CREAM)
        sheet.fill(rect(x, 812, 26, 60), AMBER)
    sheet.wash(rect(1090, 852, 600, 30), OCHRE, AMBER, FROM_RIGHT, 0.8)
    sheet.fill(rect(1090, 880, 600, 12), NIGHT)
    sheet.stroke(line([(1140, 830), (1210, 846), (1300, 826)]), 4, CREAM)
    person(sheet, Stand(1370, 856, 2.1, -1), WILLEM)
    child(sheet, Stand(1300, 856, 2.1, -1), LOTTE)


def haven(sheet: Sheet) -> None:
    sheet.backdrop(MIST, PAPER, (0, 0, 0.9, 0.9), 1)
    for x, y, scale in ((330, 190, 2.1), (1340, 130, 1.6), (860, 90, 1.1)):
        cloud(sheet, Stand(x, y, scale), PAPER, HAZE)
    street(sheet, QUAY_HOUSES, 590)
    _lighthouse(sheet, Stand(1240, 590, 1.25))
    sheet.wash(rect(-50, 588, 1700, 64), STONE, DEEP, FROM_BELOW, 0.6)
    botter(sheet, Stand(985, 644, 1.2), AMBER)
    cutter(sheet, Stand(560, 652, 1.35))
    sheet.reflect(652, 350, TEAL, 0.5)
    sheet.shade(rect(-100, 652, 1800, 400), NIGHT, FROM_BELOW, 0.5)
    glints(sheet, (0, 668, 1600, 990), FOG, 40)
    sitter(sheet, Stand(236, 898, 2.1), JOY)
    sloop(sheet, Stand(250, 900, 1.35), CREAM)
    _jetty(sheet)
    for x, y in ((720, 130), (790, 170), (1080, 90)):
        gull(sheet, Stand(x, y, 1.2), NIGHT)
