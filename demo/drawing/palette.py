type Ink = tuple[int, int, int]

PAPER: Ink = (246, 239, 224)
CREAM: Ink = (238, 224, 196)
SAND: Ink = (226, 203, 160)
HONEY: Ink = (233, 189, 108)
OCHRE: Ink = (212, 151, 58)
AMBER: Ink = (176, 114, 40)
ROSE: Ink = (212, 134, 101)
BRICK: Ink = (172, 74, 50)
RUST: Ink = (126, 48, 37)
FOG: Ink = (218, 222, 209)
MIST: Ink = (178, 200, 192)
SAGE: Ink = (128, 160, 140)
MOSS: Ink = (82, 124, 104)
LAGOON: Ink = (56, 112, 116)
TEAL: Ink = (30, 80, 88)
DEEP: Ink = (18, 55, 65)
NIGHT: Ink = (13, 37, 47)
STONE: Ink = (196, 189, 174)
SLATE: Ink = (134, 138, 134)
CHARCOAL: Ink = (44, 48, 52)

FAIR: Ink = (240, 200, 168)
TAN: Ink = (214, 160, 118)
OLIVE: Ink = (196, 142, 100)
BROWN: Ink = (142, 90, 60)
UMBER: Ink = (98, 60, 43)


def mix(first: Ink, second: Ink, share: float) -> Ink:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def darker(ink: Ink, share: float = 0.35) -> Ink:
    return mix(ink, NIGHT, share)


def lighter(ink: Ink, share: float = 0.35) -> Ink:
    return mix(ink, PAPER, share)
