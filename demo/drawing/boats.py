from .palette import (
    AMBER,
    BRICK,
    CREAM,
    DEEP,
    HONEY,
    LAGOON,
    NIGHT,
    OCHRE,
    PAPER,
    RUST,
    STONE,
    TEAL,
    Ink,
    darker,
)
from .paths import Path, Stand, blob, disc, line, rect, ribbon, rounded
from .sheet import FROM_BELOW, FROM_RIGHT, FROM_TOP, Sheet

SLOOP: Path = [
    (-130, -34), (-60, -26), (60, -26), (138, -44), (116, 6), (60, 16), (-90, 14), (-120, 0),
]  # fmt: skip
SLOOP_SHADOW: Path = [(-140, 12), (0, 6), (170, 10), (210, 22), (60, 34), (-110, 26)]
DECK: Path = [(-190, -96), (-120, -66), (0, -54), (110, -70), (205, -128)]
RAIL: Path = [(-188, -92), (-120, -63), (0, -51), (110, -67), (203, -124)]
FLAG: Path = [(-186, -150), (-226, -158), (-252, -146), (-252, -122), (-226, -132), (-188, -126)]
SPARS: tuple[Path, ...] = (
    [(50, -60), (50, -330)], [(50, -110), (176, -262)], [(50, -110), (-76, -290)],
)  # fmt: skip
ROPES: tuple[Path, ...] = (
    [(50, -326), (200, -124)], [(50, -326), (-140, -182)], [(176, -262), (150, -96)],
)  # fmt: skip


def sloop(sheet: Sheet, stand: Stand, rim: Ink = OCHRE) -> None:
    sheet.shadow(stand(blob(SLOOP_SHADOW)), (1, 0.4, 1, 0.4), 0.5)
    sheet.wash(stand(blob(SLOOP)), NIGHT, LAGOON, FROM_TOP, 0.35)
    sheet.fill(stand(ribbon([(-128, -33), (-60, -24), (60, -24), (136, -43)], 7)), rim)


def _hull(sheet: Sheet, stand: Stand, ink: Ink) -> None:
    bow, stern = line([(205, -128), (180, -60), (140, 6)]), line([(-160, 6), (-184, -50), DECK[0]])
    hull = stand([*line(DECK), *bow, *stern])
    sheet.wash(hull, ink, darker(ink, 0.55), (0, 0.4, 0.5, 1), 0.8)
    sheet.fill(stand([(-170, -16), (158, -16), (140, 8), (-160, 8)]), NIGHT)
    sheet.fill(stand(ribbon(RAIL, 10)), PAPER)


def _wheelhouse(sheet: Sheet, stand: Stand) -> None:
    sheet.form(stand(rect(-130, -170, 110, 112)), CREAM, STONE, 0.8)
    for x in (-120, -84, -48):
        sheet.form(stand(rounded(x, -156, 26, 38, 5)), DEEP, LAGOON, 0.6)
    sheet.fill(stand(rounded(-144, -184, 138, 18, 8)), OCHRE)
    sheet.fill(stand(rect(-112, -222, 22, 40)), RUST)
    sheet.fill(stand(rect(-112, -222, 22, 10)), NIGHT)


def _rigging(sheet: Sheet, stand: Stand) -> None:
    for spar in SPARS:
        sheet.stroke(stand(spar), 7 * stand.scale, NIGHT)
    for rope in ROPES:
        sheet.stroke(stand(rope), 2 * stand.scale, NIGHT, 0.8)


def _fenders(sheet: Sheet, stand: Stand) -> None:
    for x, y, ink in ((-150, -36, PAPER), (-60, -30, HONEY), (20, -28, PAPER)):
        sheet.form(stand(disc(x, y, 13)), ink, AMBER, 0.6)
        sheet.fill(stand(disc(x, y, 5)), RUST)


def cutter(sheet: Sheet, stand: Stand, ink: Ink = BRICK) -> None:
    _rigging(sheet, stand)
    _wheelhouse(sheet, stand)
    _hull(sheet, stand, ink)
    _fenders(sheet, stand)
    sheet.fill(stand(blob(FLAG)), TEAL)
    sheet.stroke(stand([(-186, -90), (-186, -156)]), 4 * stand.scale, NIGHT)


def _sails(sheet: Sheet, stand: Stand, sail: Ink) -> None:
    leech = line([(-6, -350), (-60, -200), (-120, -64)])
    main = stand([*leech, *line([(-120, -64), (-60, -52), (-6, -54)])])
    jib = stand([*line([(4, -320), (60, -180), (118, -66)]), (4, -60)])
    sheet.stroke(stand([(0, -20), (0, -372)]), 7 * stand.scale, NIGHT)
    sheet.wash(main, sail, darker(sail, 0.5), FROM_RIGHT, 0.7)
    sheet.wash(jib, CREAM, STONE, FROM_BELOW, 0.8)
    sheet.fill(stand([(0, -372), (-46, -362), (0, -354)]), BRICK)


def botter(sheet: Sheet, stand: Stand, sail: Ink) -> None:
    _sails(sheet, stand, sail)
    deck = line([(-140, -52), (-60, -30), (40, -30), (146, -62)])
    hull = [*deck, *line([(146, -62), (110, 6)]), (-116, 6)]
    sheet.wash(stand(hull), TEAL, NIGHT, FROM_BELOW, 0.8)
    sheet.fill(stand(ribbon([(-138, -50), (-60, -28), (40, -28), (144, -60)], 7)), HONEY)
    sheet.fill(stand(blob([(-54, -26), (-40, -36), (-34, 0), (-46, 18), (-62, 4)])), AMBER)
