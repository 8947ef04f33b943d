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
from .paths import Stand, blob, disc, line, rect, ribbon, rounded
from .sheet import FROM_BELOW, FROM_RIGHT, FROM_TOP, Sheet


def sloop(sheet: Sheet, stand: Stand, rim: Ink = OCHRE) -> None:
    hull = blob(
        [(-130, -34), (-60, -26), (60, -26), (138, -44), (116, 6), (60, 16), (-90, 14), (-120, 0)]
    )
    sheet.shadow(
        stand(blob([(-140, 12), (0, 6), (170, 10), (210, 22), (60, 34), (-110, 26)])),
        (1, 0.4, 1, 0.4),
        0.5,
    )
    sheet.fill(stand(hull), NIGHT)
    sheet.shade(stand(hull), LAGOON, FROM_TOP, 0.35)
    sheet.fill(stand(ribbon([(-128, -33), (-60, -24), (60, -24), (136, -43)], 7)), rim)


def _hull(sheet: Sheet, stand: Stand, ink: Ink) -> None:
    hull = [*line([(-190, -96), (-120, -66), (0, -54), (110, -70), (205, -128)]),
            *line([(205, -128), (180, -60), (140, 6)]), (-160, 6), *line([(-160, 6), (-184, -50), (-190, -96)])]  # fmt: skip
    sheet.fill(stand(hull), ink)
    sheet.shade(stand(hull), darker(ink, 0.55), (0, 0.4, 0.5, 1), 0.8)
    sheet.fill(stand([(-170, -16), (158, -16), (140, 8), (-160, 8)]), NIGHT)
    rail = [(-188, -92), (-120, -63), (0, -51), (110, -67), (203, -124)]
    sheet.fill(stand(ribbon([(float(x), float(y)) for x, y in rail], 10)), PAPER)


def _wheelhouse(sheet: Sheet, stand: Stand) -> None:
    sheet.form(stand(rect(-130, -170, 110, 112)), CREAM, STONE, 0.8)
    for x in (-120, -84, -48):
        sheet.form(stand(rounded(x, -156, 26, 38, 5)), DEEP, LAGOON, 0.6)
    sheet.fill(stand(rounded(-144, -184, 138, 18, 8)), OCHRE)
    sheet.fill(stand(rect(-112, -222, 22, 40)), RUST)
    sheet.fill(stand(rect(-112, -222, 22, 10)), NIGHT)


def cutter(sheet: Sheet, stand: Stand, ink: Ink = BRICK) -> None:
    for foot, tip in (
        ((50, -60), (50, -330)),
        ((50, -110), (176, -262)),
        ((50, -110), (-76, -290)),
    ):
        sheet.stroke(stand([foot, tip]), 7 * stand.scale, NIGHT)
    for foot, tip in (
        ((50, -326), (200, -124)),
        ((50, -326), (-140, -182)),
        ((176, -262), (150, -96)),
    ):
        sheet.stroke(stand([foot, tip]), 2 * stand.scale, NIGHT, 0.8)
    _wheelhouse(sheet, stand)
    _hull(sheet, stand, ink)
    for x, y, ink_ in ((-150, -36, PAPER), (-60, -30, HONEY), (20, -28, PAPER)):
        sheet.form(stand(disc(x, y, 13)), ink_, AMBER, 0.6)
        sheet.fill(stand(disc(x, y, 5)), darker(ink, 0.5))
    flag = blob(
        [(-186, -150), (-226, -158), (-252, -146), (-252, -122), (-226, -132), (-188, -126)]
    )
    sheet.fill(stand(flag), TEAL)
    sheet.stroke(stand([(-186, -90), (-186, -156)]), 4 * stand.scale, NIGHT)


def botter(sheet: Sheet, stand: Stand, sail: Ink) -> None:
    main = [
        *line([(-6, -350), (-60, -200), (-120, -64)]),
        *line([(-120, -64), (-60, -52), (-6, -54)]),
    ]
    jib = [*line([(4, -320), (60, -180), (118, -66)]), (4, -60)]
    sheet.stroke(stand([(0, -20), (0, -372)]), 7 * stand.scale, NIGHT)
    sheet.fill(stand(main), sail)
    sheet.shade(stand(main), darker(sail, 0.5), FROM_RIGHT, 0.7)
    sheet.fill(stand(jib), CREAM)
    sheet.shade(stand(jib), STONE, FROM_BELOW, 0.8)
    sheet.fill(stand([(0, -372), (-46, -362), (0, -354)]), BRICK)
    hull = [
        *line([(-140, -52), (-60, -30), (40, -30), (146, -62)]),
        *line([(146, -62), (110, 6)]),
        (-116, 6),
    ]
    sheet.fill(stand(hull), TEAL)
    sheet.shade(stand(hull), NIGHT, FROM_BELOW, 0.8)
    sheet.fill(stand(ribbon([(-138, -50), (-60, -28), (40, -28), (144, -60)], 7)), HONEY)
    sheet.fill(stand(blob([(-54, -26), (-40, -36), (-34, 0), (-46, 18), (-62, 4)])), AMBER)
