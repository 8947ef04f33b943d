from math import cos, pi, sin

from .nature import crown, lumpy
from .palette import (
    AMBER,
    BRICK,
    CHARCOAL,
    CREAM,
    DEEP,
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
    STONE,
    TEAL,
    darker,
    lighter,
    mix,
)  # fmt: skip
from .paths import Path, Point, Stand, arc, blob, disc, line, rect, ribbon, rounded
from .people import (
    ANOUK,
    CREW,
    FATIMA,
    HENK,
    MARIJKE,
    WILLEM,
    YUSUF,
    Look,
    bust,
    person,
)  # fmt: skip
from .sheet import FROM_BELOW, FROM_RIGHT, FROM_TOP, Sheet
from .town import House, street

LEAN_ON_COUNTER: list[Point] = [(-2, -76), (1, -62), (16, -59)]


PANE = lighter(LAGOON, 0.4)
ACROSS = [
    House(540, 110, 190, lighter(ROSE, 0.35), "step", PANE, 2, 2),
    House(650, 90, 150, lighter(SAND, 0.35), "bell", PANE, 2, 2),
    House(920, 110, 200, lighter(MIST, 0.35), "neck", PANE, 2, 2),
    House(1030, 38, 150, lighter(ROSE, 0.35), "flat", PANE, 2, 2),
]


def _view(sheet: Sheet) -> None:
    arch = [*arc(800, 330, 270, 230, 180, 360), (1070, 560), (530, 560)]
    sheet.wash(arch, lighter(LAGOON, 0.65), lighter(HONEY, 0.3), FROM_BELOW, 1)
    street(sheet, ACROSS, 562)
    crown(sheet, lumpy(sheet, (828, 420), 86, 100), mix(SAGE, MOSS, 0.4))
    sheet.fill(rect(822, 480, 14, 80), DEEP)


def _arched_window(sheet: Sheet) -> None:
    _view(sheet)
    wall_edge = arc(800, 330, 270, 230, 180, 360)
    sheet.stroke(line([(530, 560), (530, 450), (530, 330)]), 20, CREAM)
    sheet.stroke(line([(1070, 560), (1070, 450), (1070, 330)]), 20, CREAM)
    sheet.stroke(wall_edge, 20, CREAM)
    for x in (710, 890):
        sheet.fill(rect(x - 5, 116, 10, 450), CREAM)
    sheet.fill(rect(530, 325, 540, 10), CREAM)
    sheet.fill(rect(500, 556, 600, 22), PAPER)


def _wall(sheet: Sheet) -> None:
    sheet.backdrop(TEAL, DEEP, (0.2, 0.5, 0.6, 1), 0.8)
    _arched_window(sheet)
    sheet.wash(rect(-20, 690, 1700, 330), DEEP, NIGHT, FROM_BELOW, 0.9)
    sheet.fill(rect(-20, 684, 1700, 10), LAGOON)


def _pendants(sheet: Sheet) -> None:
    for x, y in ((690, 190), (910, 190)):
        sheet.fill(rect(x - 2, -10, 4, y), NIGHT)
        sheet.glow((x, y + 40), 130, HONEY, 0.6)
        sheet.fill([*arc(x, y, 62, 56, 180, 360)], OCHRE)
        sheet.shade(arc(x, y, 62, 56, 180, 360), AMBER, FROM_RIGHT, 0.9)
        sheet.fill(disc(x, y, 20, 12), PAPER)


def _notices(sheet: Sheet) -> None:
    for x, y, width, tall, ink in (
        (130, 190, 130, 170, CREAM),
        (286, 240, 104, 130, HONEY),
        (150, 386, 104, 110, ROSE),
    ):
        sheet.shadow(rect(x + 8, y + 8, width, tall), (1, 1, 1, 1), 0.3)
        sheet.fill(rect(x, y, width, tall), ink)
        for i in range(4):
            sheet.fill(
                rect(x + 16, y + tall * 0.5 + i * 14, (width - 32) * (0.6 if i == 3 else 1), 5),
                darker(ink, 0.35),
            )
        sheet.fill(disc(x + width / 2, y + tall * 0.26, tall * 0.13), darker(ink, 0.5))


def _plant(sheet: Sheet, x: float, y: float) -> None:
    for i, lean in enumerate((-120, -80, -40, 0, 44, 84, 122)):
        tall = 250 - abs(lean) * 0.7
        leaf = [
            (x, y),
            (x + lean * 0.5 - 22, y - tall * 0.6),
            (x + lean, y - tall),
            (x + lean * 0.6 + 22, y - tall * 0.55),
        ]
        sheet.form(blob(leaf), (MOSS, SAGE)[i % 2], DEEP, 0.8)
    pot = [(x - 62, y - 14), (x + 62, y - 14), (x + 46, y + 110), (x - 46, y + 110)]
    sheet.wash(pot, ROSE, RUST, FROM_RIGHT, 0.9)


def _counter(sheet: Sheet) -> None:
    front = rect(600, 668, 400, 360)
    sheet.fill(front, OCHRE)
    for x in range(600, 1000, 40):
        sheet.fill(rect(x, 668, 4, 360), AMBER)
    sheet.shade(front, RUST, (0, 0.5, 0.3, 1), 0.7)
    sheet.wash(rect(560, 640, 480, 32), PAPER, STONE, FROM_BELOW, 0.9)
    sheet.shadow(rect(600, 672, 400, 24), FROM_TOP, 0.6)


def _papers(sheet: Sheet) -> None:
    sheet.fill([(720, 640), (868, 640), (850, 630), (736, 630)], PAPER)
    sheet.fill([(736, 631), (850, 631), (840, 624), (748, 624)], CREAM)
    sheet.fill(rect(960, 500, 12, 134), NIGHT)
    sheet.fill([(950, 480), (968, 480), (962, 600), (944, 600)], CHARCOAL)
    sheet.fill(rect(930, 630, 70, 10), NIGHT)
    sheet.fill(rounded(620, 606, 34, 34, 6), BRICK)
    sheet.stroke(line([(654, 614), (666, 622), (654, 632)]), 5, BRICK)


def loket(sheet: Sheet) -> None:
    _wall(sheet)
    _notices(sheet)
    _plant(sheet, 1390, 800)
    _pendants(sheet)
    person(sheet, Stand(470, 1060, 7.4), FATIMA_AT_COUNTER, LEAN_ON_COUNTER)
    person(sheet, Stand(1130, 1050, 7.4, -1), CLERK, LEAN_ON_COUNTER)
    _counter(sheet)
    _papers(sheet)
    for x, facing, look in ((470, 1, FATIMA_AT_COUNTER), (1130, -1, CLERK)):
        _resting_arm(sheet, Stand(x, 1055, 7.4, facing), look)


FATIMA_AT_COUNTER = Look(FATIMA.skin, BRICK, HONEY, DEEP, "scarf", -24)
CLERK = Look(HENK.skin, SLATE, MIST, NIGHT, "short", -40)


def _resting_arm(sheet: Sheet, stand: Stand, look: Look) -> None:
    sleeve = darker(look.coat, 0.2)
    hand = blob([(22, -58), (26, -59.4), (31, -58.4), (33, -56.6), (28, -55.8), (22, -55.6)])
    sheet.fill(stand(hand), look.skin)
    sheet.fill(stand(ribbon([(-1.5, -75), (0, -64), (6, -58), (23, -57)], 7.6, 4.6)), sleeve)


def _tall_window(sheet: Sheet, x: float) -> None:
    frame = rect(x, 70, 150, 330)
    sheet.fill(rect(x - 12, 58, 174, 354), CREAM)
    sheet.wash(frame, lighter(LAGOON, 0.6), lighter(HONEY, 0.3), FROM_BELOW, 1)
    crown(sheet, arc(x + 86, 400, 54, 90, 180, 360), SAGE)
    for dx in (48, 98):
        sheet.fill(rect(x + dx, 70, 6, 330), CREAM)
    sheet.fill(rect(x, 170, 150, 6), CREAM)
    sheet.fill(rect(x - 20, 398, 190, 14), PAPER)


def _emblem(sheet: Sheet) -> None:
    sheet.wash(rect(640, 60, 320, 350), BRICK, RUST, (0, 0.4, 0.4, 1), 0.8)
    sheet.fill(disc(800, 196, 92), HONEY)
    for i in range(3):
        y = 190 + i * 32
        reach = 86 - i * 15
        wave = [(800.0 + dx, y + 6 * sin(dx / 9)) for dx in range(-reach, reach + 1, 3)]
        sheet.stroke(wave, 11, (TEAL, PAPER, TEAL)[i])
    sheet.fill([(744, 176), *arc(800, 176, 44, 36, 180, 360), (856, 176)], BRICK)


def _speaker(sheet: Sheet) -> None:
    person(sheet, Stand(790, 602, 2.7), MARIJKE, [(-2, -76), (7, -68), (19, -74)])
    desk = [(838, 486), (900, 474), (900, 490), (880, 492), (880, 604), (850, 604), (850, 496)]
    sheet.wash(desk, OCHRE, RUST, FROM_RIGHT, 0.8)
    sheet.stroke(line([(884, 478), (880, 452), (862, 440)]), 4, NIGHT)


def _chairperson(sheet: Sheet) -> None:
    for x, look in ((560, YUSUF), (690, WILLEM), (1040, ANOUK)):
        bust(sheet, Stand(x, 420, 2.2, 1 if x < 800 else -1), look)
    table = rect(480, 462, 640, 62)
    sheet.wash(table, AMBER, RUST, FROM_BELOW, 0.9)
    sheet.fill(rect(470, 454, 660, 14), HONEY)


def _band(x: float, y: float, rx: float, ry: float, depth: float) -> Path:
    return [*arc(x, y, rx, ry, 0, 180), *arc(x, y, rx - depth, ry - depth * 0.62, 180, 0)]


def _member(sheet: Sheet, stand: Stand, look: Look) -> None:
    shoulders = blob([(-13, 34), (-13, 18), (-8, 11), (0, 9), (8, 11), (13, 18), (13, 34)])
    sheet.form(stand(shoulders), look.coat, darker(look.coat, 0.4), 0.7)
    sheet.fill(stand(rect(-3, 3, 6, 9)), darker(look.skin, 0.2))
    skull = blob([(-6.6, -2), (-4, -9), (4, -9), (6.6, -2), (5, 5), (0, 7), (-5, 5)])
    sheet.form(
        stand(skull), look.skin if look.style == "bald" else look.hair, darker(look.hair, 0.3), 0.4
    )
    if look.style in ("long", "scarf"):
        sheet.fill(stand(blob([(-7, -3), (7, -3), (8, 13), (0, 15), (-8, 13)])), look.hair)
    if look.style == "bun":
        sheet.fill(stand(disc(0, -8, 4)), darker(look.hair, 0.15))
    if look.style == "tail":
        sheet.fill(stand(ribbon([(0, -3), (1, 4), (0, 13)], 5, 2)), darker(look.hair, 0.3))
    _chair(sheet, stand, 0)


def _chair(sheet: Sheet, stand: Stand, shift: float) -> None:
    back = stand(rounded(shift - 12, 22, 24, 30, 5))
    sheet.wash(back, RUST, NIGHT, FROM_BELOW, 0.5)


def _row(sheet: Sheet, rx: float, ry: float, seats: int, scale: float, first: int) -> None:
    sheet.fill(_band(800, 560, rx, ry + 34, 70), RUST)
    sheet.shade(_band(800, 560, rx, ry + 34, 70), NIGHT, FROM_BELOW, 0.6)
    sheet.fill(_band(800, 560, rx, ry, 70), OCHRE)
    sheet.shade(_band(800, 560, rx, ry, 70), HONEY, (1, 0.2, 0.3, 0), 1)
    for i in range(seats):
        angle = (168 - 156 * i / (seats - 1)) * pi / 180
        x, y = 800 + rx * 1.04 * cos(angle), 560 + (ry + 4) * sin(angle)
        sheet.fill(disc(800 + (rx - 34) * cos(angle), 560 + (ry - 20) * sin(angle), 17, 7), PAPER)
        _seated(
            sheet,
            Stand(x, y - 4, scale, 1 if x < 800 else -1),
            CREW[(i * 3 + first) % len(CREW)],
            abs(cos(angle)),
        )


def _seated(sheet: Sheet, stand: Stand, look: Look, sideways: float) -> None:
    if sideways > 0.8:
        bust(sheet, stand, look)
        _chair(sheet, stand, -4)
    else:
        _member(sheet, stand, look)


def raadzaal(sheet: Sheet) -> None:
    sheet.backdrop(mix(TEAL, DEEP, 0.25), LAGOON, (0.6, 0.3, 0, 0), 0.8)
    for x in (90, 330, 1120, 1360):
        _tall_window(sheet, x)
    _emblem(sheet)
    floor = rect(-50, 500, 1700, 560)
    sheet.wash(floor, mix(SAND, ROSE, 0.25), AMBER, FROM_BELOW, 0.7)
    for x in (120, 360, 1150, 1390):
        sheet.shade(
            [(x, 500), (x + 130, 500), (x + 330, 700), (x + 150, 700)], PAPER, FROM_TOP, 0.6
        )
    _chairperson(sheet)
    _speaker(sheet)
    _row(sheet, 520, 170, 9, 2.2, 0)
    _row(sheet, 800, 330, 10, 3, 4)
