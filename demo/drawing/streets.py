from .nature import cloud, tree
from .palette import (
    AMBER,
    BRICK,
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
    STONE,
    TEAL,
    Ink,
    darker,
    lighter,
    mix,
)  # fmt: skip
from .paths import Stand, arc, blob, disc, line, rect
from .people import (
    ANOUK,
    FATIMA,
    HENK,
    JOY,
    LOTTE,
    MARIJKE,
    NADIA,
    RAVI,
    WILLEM,
    YUSUF,
    Look,
    child,
    person,
    sitter,
    walker,
)  # fmt: skip
from .sheet import FROM_BELOW, FROM_RIGHT, Sheet
from .town import House, awning, bench, doorway, facade, paving, street, tower

HAZE = mix(MIST, FOG, 0.4)
PANE = lighter(LAGOON, 0.35)
SQUARE_HOUSES = [
    House(-40, 150, 260, lighter(ROSE, 0.35), "neck", PANE),
    House(110, 130, 230, HAZE, "step", PANE),
    House(240, 150, 270, lighter(SAND, 0.1), "bell", PANE),
    House(390, 130, 240, lighter(ROSE, 0.55), "point", PANE),
    House(520, 150, 250, HAZE, "neck", PANE),
    House(670, 130, 230, lighter(SAND, 0.3), "step", PANE),
    House(1340, 140, 250, lighter(SAND, 0.2), "bell", PANE),
    House(1480, 150, 280, HAZE, "step", PANE),
]
MARKET_HOUSES = [
    House(-50, 140, 330, HAZE, "step", PANE),
    House(90, 150, 300, lighter(ROSE, 0.55), "neck", PANE),
    House(240, 130, 340, lighter(SAND, 0.4), "bell", PANE),
    House(370, 150, 290, HAZE, "point", PANE),
    House(1000, 150, 300, lighter(SAND, 0.3), "neck", PANE),
    House(1150, 140, 340, HAZE, "step", PANE),
    House(1290, 150, 290, lighter(ROSE, 0.5), "bell", PANE),
    House(1440, 170, 330, lighter(SAND, 0.45), "step", PANE),
]


def _town_hall(sheet: Sheet) -> None:
    tower(sheet, 1012, 560, (96, 350), BRICK)
    facade(sheet, House(800, 540, 210, BRICK, "flat", DEEP, 2, 9), 580)
    roof = [(780, 360), (1360, 360), (1310, 296), (830, 296)]
    sheet.wash(roof, TEAL, NIGHT, FROM_RIGHT, 0.6)
    facade(sheet, House(985, 150, 195, mix(BRICK, ROSE, 0.25), "step", DEEP, 2, 3), 580)
    doorway(sheet, 1034, 582, (52, 60), DEEP)
    for i in range(3):
        sheet.fill(
            rect(1000 - i * 14, 578 + i * 9, 120 + i * 28, 10), lighter(STONE, 0.4 - i * 0.12)
        )


def _bench_talk(sheet: Sheet) -> None:
    bench(sheet, Stand(640, 862, 2.5), OCHRE)
    sitter(sheet, Stand(552, 858, 2.9), MARIJKE, 1)
    sitter(sheet, Stand(730, 858, 2.9, -1), RAVI, 1)


def _pigeons(sheet: Sheet) -> None:
    for x, y, facing in ((905, 905, 1), (955, 925, -1), (880, 940, -1)):
        bird = Stand(x, y, 1.1, facing)
        sheet.ground_shadow((x, y), 5, 40)
        sheet.fill(
            bird(blob([(-16, -4), (-4, -14), (6, -16), (9, -22), (14, -20), (10, -8), (0, -2)])),
            TEAL,
        )


def plein(sheet: Sheet) -> None:
    sheet.backdrop(lighter(HONEY, 0.45), FOG, (1, 0.8, -0.2, 0), 1.2)
    cloud(sheet, Stand(790, 190, 1.5), PAPER, SAND)
    cloud(sheet, Stand(1420, 150, 1.8), PAPER, SAND)
    street(sheet, SQUARE_HOUSES, 575)
    _town_hall(sheet)
    sheet.wash(rect(-100, 575, 1800, 500), CREAM, SAND, FROM_BELOW, 1)
    paving(sheet, 575, mix(SAND, AMBER, 0.35), (900, 430))
    for x, scale in ((150, 1.5), (800, 1.35), (1440, 1.5)):
        tree(sheet, Stand(x, 640, scale), MOSS, NIGHT)
    walker(sheet, Stand(1190, 690, 1.5, -1), FATIMA)
    person(sheet, Stand(1300, 700, 1.5), HENK)
    person(sheet, Stand(1352, 700, 1.48, -1), JOY)
    walker(sheet, Stand(960, 640, 1.05), YUSUF)
    tree(sheet, Stand(420, 850, 3.5), mix(MOSS, TEAL, 0.35), NIGHT)
    _bench_talk(sheet)
    walker(sheet, Stand(1250, 930, 2.9, -1), ANOUK)
    child(sheet, Stand(1120, 925, 2.9, -1), LOTTE)
    _pigeons(sheet)


def _crate(sheet: Sheet, x: float, y: float, fruit: Ink) -> None:
    for row, count in ((0, 4), (1, 3)):
        for i in range(count):
            ball = disc(x + 16 + row * 11 + i * 23, y - 8 - row * 14, 13)
            sheet.wash(ball, fruit, darker(fruit, 0.4), (-0.4, 0.3, 0.3, 1), 1)
    sheet.fill(rect(x, y, 102, 40), AMBER)
    for i in range(3):
        sheet.fill(rect(x, y + i * 14, 102, 11), lighter(OCHRE, 0.2) if i % 2 == 0 else OCHRE)


def _stall(sheet: Sheet, x: float, stripe: Ink, seller: Look, fruits: tuple[Ink, Ink, Ink]) -> None:
    base = Stand(x, 800, 1)
    sheet.shadow(
        [(x - 160, 800), (x + 190, 800), (x + 320, 850), (x - 120, 850)], (1, 0.3, 1, 0), 0.4
    )
    sheet.fill(rect(x - 176, 486, 352, 222), mix(stripe, NIGHT, 0.72))
    person(sheet, Stand(x + 30, 772, 2.6, -1), seller)
    for side in (-172, 164):
        sheet.fill(base(rect(side, -330, 9, 330)), NIGHT)
    sheet.fill(rect(x - 176, 652, 352, 56), mix(stripe, NIGHT, 0.72))
    for i, fruit in enumerate(fruits):
        _crate(sheet, x - 164 + i * 112, 668, fruit)
    cloth = [(x - 186, 706), (x + 186, 706), (x + 180, 792), (x - 180, 792)]
    sheet.wash(cloth, lighter(stripe, 0.12), darker(stripe, 0.5), (0, 0.4, 0.5, 1), 0.8)
    awning(sheet, base.at(0, -318), stripe, 380, 92)


def _basket(sheet: Sheet, stand: Stand, ink: Ink) -> None:
    sheet.stroke(stand(arc(0, -12, 8, 12, 180, 360)), 2 * stand.scale, NIGHT)
    sheet.fill(stand([(-11, -12), (11, -12), (8, 4), (-8, 4)]), ink)
    sheet.fill(stand(blob([(-8, -12), (-4, -20), (2, -17), (8, -12)])), SAGE)


def _garland(sheet: Sheet) -> None:
    for pole in (545, 1055):
        sheet.fill(rect(pole - 4, 178, 8, 520), NIGHT)
    for start, end in ((-40, 545), (545, 1055), (1055, 1640)):
        middle = (start + end) / 2
        cord = line([(start, 190), (middle, 256), (end, 190)])
        sheet.stroke(cord, 3, NIGHT)
        for i, (x, y) in enumerate(cord[1:-1:2]):
            flag = [(x - 15, y), (x + 15, y), (x, y + 30)]
            sheet.fill(flag, (BRICK, OCHRE, TEAL)[i % 3])


def _shoppers(sheet: Sheet) -> None:
    person(sheet, Stand(680, 930, 3, 1), FATIMA, [(-2, -76), (4, -62), (17, -62)])
    _basket(sheet, Stand(648, 802, 2.6), AMBER)
    person(sheet, Stand(955, 925, 2.9, -1), HENK)
    walker(sheet, Stand(170, 915, 2.9), ANOUK)
    _basket(sheet, Stand(152, 782, 2.6), OCHRE)
    child(sheet, Stand(262, 920, 2.9), LOTTE)
    walker(sheet, Stand(1440, 915, 2.9, -1), YUSUF)


def markt(sheet: Sheet) -> None:
    sheet.backdrop(FOG, lighter(HONEY, 0.2), (0, 0.2, 0.7, 0.9), 0.8)
    tower(sheet, 700, 590, (110, 330), lighter(ROSE, 0.4))
    street(sheet, MARKET_HOUSES, 600)
    facade(sheet, House(520, 480, 200, lighter(ROSE, 0.4), "flat", PANE, 2, 8), 600)
    _garland(sheet)
    sheet.wash(rect(-100, 598, 1800, 500), CREAM, SAND, FROM_BELOW, 1)
    paving(sheet, 598, mix(SAND, AMBER, 0.35), (800, 430))
    _stall(sheet, 290, TEAL, RAVI, (OCHRE, SAGE, HONEY))
    _stall(sheet, 1310, OCHRE, WILLEM, (RUST, MIST, ROSE))
    _stall(sheet, 800, BRICK, NADIA, (HONEY, MOSS, BRICK))
    _shoppers(sheet)
