from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, pi, sin

type Point = tuple[float, float]
type Path = list[Point]
type Outline = Sequence[Point]


def rect(x: float, y: float, width: float, height: float) -> Path:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def arc(x: float, y: float, rx: float, ry: float, start: float, end: float) -> Path:
    steps = max(8, int(abs(end - start) / 5))
    angles = [(start + (end - start) * i / steps) * pi / 180 for i in range(steps + 1)]
    return [(x + rx * cos(a), y + ry * sin(a)) for a in angles]


def disc(x: float, y: float, rx: float, ry: float | None = None) -> Path:
    return arc(x, y, rx, rx if ry is None else ry, 0, 360)


def ring(x: float, y: float, rx: float, ry: float, width: float) -> Path:
    return [*disc(x, y, rx, ry), *disc(x, y, rx - width, ry - width)[::-1]]


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Path:
    right, bottom, r = x + width - radius, y + height - radius, radius
    corners = [(right, bottom, 0), (x + r, bottom, 90), (x + r, y + r, 180), (right, y + r, 270)]
    return [p for cx, cy, turn in corners for p in arc(cx, cy, r, r, turn, turn + 90)]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    linear, square, cube = c - a, 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d
    return b + 0.5 * t * (linear + t * (square + t * cube))


def _segment(a: Point, b: Point, c: Point, d: Point) -> Path:
    steps = [i / 8 for i in range(8)]
    return [(_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)) for t in steps]


def blob(points: Sequence[Point]) -> Path:
    count = len(points)
    around = [[points[(i + k) % count] for k in (-1, 0, 1, 2)] for i in range(count)]
    return [p for a, b, c, d in around for p in _segment(a, b, c, d)]


def line(points: Sequence[Point]) -> Path:
    held = [points[0], *points, points[-1]]
    windows = zip(held, held[1:], held[2:], held[3:], strict=False)
    return [p for a, b, c, d in windows for p in _segment(a, b, c, d)] + [points[-1]]


def _headings(spine: Path) -> list[float]:
    turns = [atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(spine)]
    return [*turns, turns[-1]]


def _edge(spine: Path, headings: list[float], widths: list[float], side: float) -> Path:
    steps = zip(spine, headings, widths, strict=True)
    return [(x + w * cos(a + side), y + w * sin(a + side)) for (x, y), a, w in steps]


def _cap(centre: Point, heading: float, radius: float) -> Path:
    degrees = heading * 180 / pi
    return arc(*centre, radius, radius, degrees + 90, degrees - 90)


def ribbon(points: Sequence[Point], width: float, end: float | None = None) -> Path:
    spine = line(points)
    last = width if end is None else end
    widths = [(width + (last - width) * i / (len(spine) - 1)) / 2 for i in range(len(spine))]
    headings = _headings(spine)
    left = _edge(spine, headings, widths, pi / 2)
    right = _edge(spine, headings, widths, -pi / 2)
    head = _cap(spine[-1], headings[-1], widths[-1])
    return left + head + right[::-1] + _cap(spine[0], headings[0] + pi, widths[0])


@dataclass(frozen=True)
class Stand:
    x: float
    y: float
    scale: float
    facing: int = 1

    def __call__(self, path: Sequence[Point]) -> Path:
        turn = self.scale * self.facing
        return [(self.x + px * turn, self.y + py * self.scale) for px, py in path]

    def at(self, dx: float, dy: float) -> "Stand":
        (x, y) = self([(dx, dy)])[0]
        return Stand(x, y, self.scale, self.facing)
