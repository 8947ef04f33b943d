"""Two plots, as SVG: what a request costs as a discussion grows; how many there are a second."""

from collections.abc import Iterator
from html import escape
from math import ceil, floor, log10
from typing import Final

from bench.figures import AGAIN, COLD, CONSTANT, FILE, FRONT, KEPT, KNOWN, NGINX, Figures, What

WIDTH, HEIGHT = 760, 380
LEFT, RIGHT, TOP, BOTTOM = 64, 190, 34, 44
#: To tell apart without colours too: each line has its name at its end.
COLOURS: Final = {
    AGAIN: "#8a5a00",
    COLD: "#a4262c",
    CONSTANT: "#8a5a00",
    KEPT: "#0b5cad",
    KNOWN: "#107c41",
    FRONT: "#6b3fa0",
    FILE: "#444444",
}
HEAD: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
    ' font-family="sans-serif" font-size="12"><title>{title}</title>'
    '<rect width="100%" height="100%" fill="#fff"/>'
    '<text x="{left}" y="20" font-size="14" font-weight="bold">{title}</text>'
)


def _of(figures: Figures, database: str, kind: str, server: str = "granian") -> list[What]:
    name = NGINX if kind in {FILE, FRONT} else server
    whats = (What(database, name, kind, size) for size in figures.sizes)
    return [what for what in whats if what in figures.runs]


class Scale:
    """A logarithmic one, in whole decades."""

    def __init__(self, values: list[float], begin: float, end: float) -> None:
        self.low = floor(log10(min(values)))
        self.high = max(ceil(log10(max(values))), self.low + 1)
        self.begin, self.end = begin, end

    def at(self, value: float) -> float:
        part = (log10(value) - self.low) / (self.high - self.low)
        return round(self.begin + part * (self.end - self.begin), 1)

    def decades(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def plot_cost(figures: Figures, database: str) -> str:
    lines = {kind: _of(figures, database, kind) for kind in COLOURS}
    points = {
        kind: [(what.size, max(run.cpu, 0.001)) for what in whats if (run := figures.of(what))]
        for kind, whats in lines.items()
    }
    costs = [cost for line in points.values() for _size, cost in line]
    across = Scale([float(size) for size in figures.sizes], LEFT, WIDTH - RIGHT)
    up = Scale(costs, HEIGHT - BOTTOM, TOP)
    title = f"CPU milliseconds of a request by number of reactions, {database}, granian"
    parts = [HEAD.format(width=WIDTH, height=HEIGHT, left=LEFT, title=escape(title))]
    parts += [_level(up.at(value), f"{value:g}") for value in up.decades()]
    parts += [_below(across.at(size), f"{size:,}") for size in figures.sizes]
    ends = {kind: up.at(line[-1][1]) for kind, line in points.items() if line}
    for kind, place in _apart(ends):
        parts.append(_line(kind, [(across.at(size), up.at(cost)) for size, cost in points[kind]]))
        parts.append(_name(WIDTH - RIGHT + 12, place, f"{kind}  {points[kind][-1][1]:.3f}", kind))
    return "\n".join([*parts, "</svg>\n"])


def plot_rate(figures: Figures, database: str) -> str:
    """Of the middle size, of every server."""
    size = figures.sizes[len(figures.sizes) // 2]
    found = [what for what in figures.runs if (what.database, what.size) == (database, size)]
    bars = [(what, run.rate) for what in found if (run := figures.of(what))]
    across = Scale([rate for _what, rate in bars], 230, WIDTH - 70)
    height = 60 + 26 * len(bars)
    title = f"Requests a second (logarithmic), {size:,} reactions, {database}"
    parts = [HEAD.format(width=WIDTH, height=height, left=16, title=escape(title))]
    for place, (what, rate) in enumerate(sorted(bars, key=lambda one: -one[1])):
        top, end = 40 + 26 * place, across.at(rate)
        label = what.kind if what.server == NGINX else f"{what.kind}, {what.server}"
        parts.append(f'<text x="220" y="{top + 14}" text-anchor="end">{escape(label)}</text>')
        parts.append(
            f'<rect x="230" y="{top}" width="{max(end - 230, 1):.1f}" height="18"'
            f' fill="{COLOURS[what.kind]}"/>'
        )
        parts.append(_name(max(end, 231) + 6, top + 14, f"{rate:,.0f}", what.kind))
    return "\n".join([*parts, "</svg>\n"])


def _level(y: float, label: str) -> str:
    end = WIDTH - RIGHT
    return (
        f'<path d="M{LEFT} {y}H{end}" stroke="#ddd"/>'
        f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{label}</text>'
    )


def _below(x: float, label: str) -> str:
    return f'<text x="{x}" y="{HEIGHT - BOTTOM + 22}" text-anchor="middle">{label}</text>'


def _line(kind: str, points: list[tuple[float, float]]) -> str:
    through = " ".join(f"{x},{y}" for x, y in points)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in points)
    colour = COLOURS[kind]
    return (
        f'<polyline points="{through}" fill="none" stroke="{colour}" stroke-width="2"/>'
        f'<g fill="{colour}">{dots}</g>'
    )


def _name(x: float, y: float, text: str, kind: str) -> str:
    return f'<text x="{x}" y="{y}" fill="{COLOURS[kind]}">{escape(text)}</text>'


def _apart(ends: dict[str, float]) -> Iterator[tuple[str, float]]:
    """Names that would stand on each other stand below each other."""
    last = float("-inf")
    for kind, place in sorted(ends.items(), key=lambda one: one[1]):
        last = max(place + 4, last + 15)
        yield kind, round(last, 1)
