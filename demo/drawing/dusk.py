from .nature import crown, lumpy
from .palette import (
    AMBER,
    BRICK,
    CREAM,
    DEEP,
    HONEY,
    LAGOON,
    MOSS,
    NIGHT,
    OCHRE,
    PAPER,
    ROSE,
    RUST,
    SAND,
    TEAL,
    lighter,
    mix,
)  # fmt: skip
from .paths import Stand, arc, disc, line, rect, rounded
from .people import (
    ANOUK,
    FATIMA,
    HENK,
    JOY,
    LOTTE,
    MARIJKE,
    RAVI,
    WILLEM,
    YUSUF,
    bicycle,
    bust,
    child,
    person,
    walker,
)  # fmt: skip
from .sheet import FROM_BELOW, FROM_RIGHT, FROM_TOP, Sheet

LIT = lighter(HONEY, 0.3)


def _sky(sheet: Sheet) -> None:
    sheet.backdrop(DEEP, NIGHT, FROM_TOP, 0.5)
    sheet.shade(rect(-50, 150, 1700, 420), ROSE, (-0.3, -0.3, 0.75, 0.75))
    sheet.fill(disc(1290, 190, 58), CREAM)
    sheet.fill(disc(1268, 180, 54), mix(DEEP, NIGHT, 0.28))
    for _ in range(60):
        x, y = sheet.rng.uniform(0, 1600), sheet.rng.uniform(10, 360)
        sheet.fill(disc(x, y, sheet.rng.uniform(1, 2.6)), CREAM, 0.8)


HEDGES = ((90, 560, 190, 240), (1520, 540, 180, 270), (330, 640, 120, 110), (1330, 650, 110, 100))


def _hedges(sheet: Sheet) -> None:
    sheet.fill(rect(-50, 560, 1700, 200), mix(TEAL, DEEP, 0.8))
    for x, y, rx, ry in HEDGES:
        crown(sheet, lumpy(sheet, (x, y), rx, ry, 13), mix(TEAL, DEEP, 0.6), 0.15)
    sheet.wash(rect(-50, 742, 1700, 320), mix(MOSS, DEEP, 0.62), NIGHT, FROM_BELOW)


def _brickwork(sheet: Sheet) -> None:
    sheet.wash(rect(330, 480, 940, 284), BRICK, RUST, (0.2, 0.7, 0.6, 1), 0.9)
    for y in range(500, 760, 22):
        for x in range(340, 1200, 74):
            sheet.fill(rect(x + sheet.rng.uniform(0, 34), y, 24, 5), RUST, 0.5)


def _roof(sheet: Sheet) -> None:
    slope = [(290, 490), (1310, 490), (1200, 318), (400, 318)]
    sheet.wash(slope, DEEP, NIGHT, (0, 0.6, 0.5, 1), 0.9)
    sheet.shade(slope, LAGOON, (0.8, 0, 0, 0), 0.8)
    sheet.fill(rect(1080, 262, 46, 80), RUST)
    sheet.fill(rect(286, 484, 1028, 14), CREAM)


def _entrance(sheet: Sheet) -> None:
    gable = [(680, 764), (680, 420), (800, 300), (920, 420), (920, 764)]
    sheet.wash(gable, mix(BRICK, ROSE, 0.3), RUST, FROM_RIGHT, 0.7)
    for eave in (664, 936):
        sheet.stroke([(eave, 436), (800, 300)], 16, CREAM)
    sheet.fill(disc(800, 412, 34), LIT)
    sheet.fill(rect(797, 378, 6, 68), BRICK)
    sheet.fill(rect(766, 409, 68, 6), BRICK)


def _nameboard(sheet: Sheet) -> None:
    sheet.fill(rounded(716, 470, 168, 46, 8), TEAL)
    for x, width in ((734, 40), (782, 26), (816, 50)):
        sheet.fill(rounded(x, 486, width, 14, 6), CREAM)


def _door(sheet: Sheet) -> None:
    sheet.fill(rect(734, 540, 132, 224), CREAM)
    sheet.wash(rect(742, 548, 116, 216), LIT, OCHRE, FROM_BELOW, 0.7)
    sheet.fill([(742, 548), (702, 536), (702, 784), (742, 764)], TEAL)
    sheet.fill([(732, 570), (712, 565), (712, 650), (732, 652)], LIT)
    person(sheet, Stand(806, 766, 1.75, 1), MARIJKE, [(-2, -76), (7, -74), (15, -84)])


def _room(sheet: Sheet, x: float) -> None:
    pane = rect(x, 540, 240, 150)
    sheet.fill(rect(x - 10, 530, 260, 170), CREAM)
    sheet.wash(pane, LIT, OCHRE, (0, 0.5, 0.5, 1), 0.8)
    for lamp in (x + 70, x + 170):
        sheet.fill(rect(lamp - 1, 540, 3, 24), NIGHT)
        sheet.fill(arc(lamp, 576, 20, 16, 180, 360), BRICK)


GUESTS = (
    (430, 1, FATIMA), (512, -1, WILLEM), (588, -1, YUSUF),
    (1010, 1, JOY), (1078, 1, HENK), (1160, -1, ANOUK),
)  # fmt: skip


def _table(sheet: Sheet, x: float) -> None:
    sheet.fill(rect(x, 668, 240, 22), AMBER)
    for i in range(4):
        sheet.fill(rect(x + 40 + i * 50, 654, 12, 14), PAPER)
    for mullion in (78, 156):
        sheet.fill(rect(x + mullion, 540, 6, 150), CREAM)
    sheet.fill(rect(x - 20, 690, 280, 14), PAPER)


def _gathering(sheet: Sheet) -> None:
    for room in (390, 970):
        _room(sheet, room)
    for x, facing, look in GUESTS:
        bust(sheet, Stand(x, 622, 2.1, facing), look)
    for room in (390, 970):
        _table(sheet, room)


POOLS = (
    [(380, 770), (640, 770), (671, 900), (280, 900)],
    [(960, 770), (1220, 770), (1320, 900), (929, 900)],
)


def _spill(sheet: Sheet) -> None:
    right = line([(866, 764), (960, 860), (1080, 1020)])
    left = line([(520, 1020), (640, 860), (734, 764)])
    sheet.wash([*right, *left], mix(SAND, DEEP, 0.42), LIT, (1, 1, -0.1, -0.1))
    for pool in POOLS:
        sheet.shade(pool, HONEY, FROM_TOP, 0.55)


def _lights(sheet: Sheet) -> None:
    for start, end, low in (((110, 400), (680, 440), 520), ((920, 440), (1500, 380), 520)):
        middle = ((start[0] + end[0]) / 2, low)
        cord = line([start, middle, end])
        sheet.stroke(cord, 2.6, NIGHT)
        for x, y in cord[1::2]:
            sheet.glow((x, y + 9), 34, HONEY, 0.9)
            sheet.fill(disc(x, y + 9, 8), LIT)


def _house(sheet: Sheet) -> None:
    _brickwork(sheet)
    _roof(sheet)
    _gathering(sheet)
    _spill(sheet)
    _entrance(sheet)
    _nameboard(sheet)
    _door(sheet)


def buurthuis(sheet: Sheet) -> None:
    _sky(sheet)
    _hedges(sheet)
    _house(sheet)
    _lights(sheet)
    for x in (430, 540):
        bicycle(sheet, Stand(x, 806, 1.8), NIGHT)
    walker(sheet, Stand(985, 900, 2.7, -1), RAVI)
    child(sheet, Stand(905, 905, 2.8, -1), LOTTE)
