from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .palette import NIGHT, PAPER, Ink
from .paths import Outline, Path, Point, disc, rect, ribbon

OVERSAMPLE = 2

# How dense the stipple is in each corner: north-west, north-east, south-west, south-east.
type Corners = tuple[float, float, float, float]
HALF_TINT = [round(v * 0.72) for v in range(256)]
HALF_DOTS = [round(v * 0.3) for v in range(256)]
type Box = tuple[int, int, int, int]

FROM_RIGHT: Corners = (0, 1, 0, 1)
FROM_TOP: Corners = (1, 1, 0, 0)
FROM_BELOW: Corners = (0, 0, 1, 1)
FROM_SOUTH_EAST: Corners = (-0.4, 0.35, 0.35, 1)
FROM_NORTH_WEST: Corners = (1, 0.35, 0.35, -0.4)


def _level(share: float) -> int:
    return max(0, min(255, round(share * 255)))


def _gradient(size: tuple[int, int], corners: Corners, strength: float) -> Image.Image:
    seed = Image.new("F", (2, 2))
    for i, share in enumerate(corners):
        seed.putpixel((i % 2, i // 2), share * strength * 255)
    return seed.resize(size, Image.Resampling.BILINEAR, box=(0.5, 0.5, 1.5, 1.5)).convert("L")


class Sheet:
    def __init__(self, size: tuple[int, int], frame: tuple[int, int], seed: str) -> None:
        self.size, self.rng = size, Random(seed)
        width, height = (side * OVERSAMPLE for side in size)
        self.scale = max(width / frame[0], height / frame[1])
        self.left = (width - frame[0] * self.scale) / 2
        self.top = (height - frame[1] * self.scale) / 2
        self.image = Image.new("RGB", (width, height), PAPER)
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.speckle = self._noise(size).resize((width, height), Image.Resampling.NEAREST)

    def _noise(self, size: tuple[int, int]) -> Image.Image:
        return Image.frombytes("L", size, self.rng.randbytes(size[0] * size[1]))

    def _pixels(self, path: Outline) -> Path:
        return [(x * self.scale + self.left, y * self.scale + self.top) for x, y in path]

    def _box(self, pixels: Path) -> Box:
        xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
        width, height = self.image.size
        left, top = max(0, int(min(xs))), max(0, int(min(ys)))
        return left, top, min(width, int(max(xs)) + 1), min(height, int(max(ys)) + 1)

    def fill(self, path: Outline, ink: Ink, alpha: float = 1) -> None:
        self.pen.polygon(self._pixels(path), fill=(*ink, _level(alpha)))

    def stroke(self, points: Outline, width: float, ink: Ink, alpha: float = 1) -> None:
        self.fill(ribbon(points, width), ink, alpha)

    def _mask(self, pixels: Path, box: Box) -> Image.Image:
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        ImageDraw.Draw(mask).polygon([(x - box[0], y - box[1]) for x, y in pixels], fill=255)
        return mask

    def _stipple(self, density: Image.Image, box: Box, mask: Image.Image, ink: Ink) -> None:
        dots = ImageChops.subtract(density, self.speckle.crop(box)).point([0] + [255] * 255)
        self.image.paste(ink, box, ImageChops.darker(dots, mask))

    def shade(self, path: Outline, ink: Ink, corners: Corners, strength: float = 1) -> None:
        pixels = self._pixels(path)
        box = self._box(pixels)
        if box[0] < box[2] and box[1] < box[3]:
            mask = self._mask(pixels, box)
            density = _gradient(mask.size, corners, strength)
            # Half tint, half dots: dots alone read as television snow on large areas.
            tint = ImageChops.multiply(density, mask).point(HALF_TINT)
            self.image.paste(ink, box, tint)
            self._stipple(density.point(HALF_DOTS), box, mask, ink)

    def wash(self, path: Outline, ink: Ink, other: Ink, at: Corners, strength: float = 1) -> None:
        self.fill(path, ink)
        self.shade(path, other, at, strength)

    def form(self, path: Outline, ink: Ink, dark: Ink, strength: float = 0.6) -> None:
        self.wash(path, ink, dark, FROM_SOUTH_EAST, strength)

    def glow(self, centre: Point, radius: float, ink: Ink, strength: float = 0.8) -> None:
        pixels = self._pixels(disc(*centre, radius))
        box = self._box(pixels)
        mask = self._mask(pixels, box)
        falloff = ImageChops.invert(Image.radial_gradient("L")).resize(mask.size)
        self._stipple(
            falloff.point([_level((v / 255) ** 2 * strength) for v in range(256)]), box, mask, ink
        )

    def shadow(self, path: Outline, corners: Corners, strength: float = 0.4) -> None:
        pixels = self._pixels(path)
        box = self._box(pixels)
        if box[0] < box[2] and box[1] < box[3]:
            mask = self._mask(pixels, box)
            fade = _gradient(mask.size, corners, strength)
            self.image.paste(NIGHT, box, ImageChops.multiply(fade, mask))

    def ground_shadow(self, at: Point, width: float, reach: float, strength: float = 0.4) -> None:
        x, y = at
        path = ribbon([(x, y), (x + reach, y + reach * 0.14)], width, width * 1.5)
        self.shadow(path, (1, 0, 1, 0), strength)

    def backdrop(self, ink: Ink, other: Ink, corners: Corners, strength: float = 0.8) -> None:
        self.pen.rectangle((0, 0, *self.image.size), fill=ink)
        self.shade(rect(-100, -100, 1800, 1200), other, corners, strength)

    def _row(self, y: int) -> int:
        return int(y * self.scale + self.top)

    def reflect(self, waterline: int, depth: int, water: Ink, share: float) -> None:
        line, reach = self._row(waterline), int(depth * self.scale)
        width = self.image.width
        above = self.image.crop((0, line - reach, width, line))
        above = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        tint = Image.new("RGB", above.size, water)
        self._ripple(Image.blend(above, tint, share), line)

    def _ripple(self, mirrored: Image.Image, line: int) -> None:
        y, width = 0, mirrored.width
        while y < mirrored.height:
            tall = self.rng.randint(4, 9)
            sway = round(self.rng.uniform(-1, 1) * (3 + y / 40))
            strip = mirrored.crop((0, y, width, min(y + tall, mirrored.height)))
            self.image.paste(strip, (0, line + y))
            self.image.paste(strip, (sway, line + y))
            y += tall

    def _grain(self) -> Image.Image:
        width, height = self.size
        fine = self._noise(self.size).filter(ImageFilter.GaussianBlur(0.6))
        cloud = self._noise((width // 40 + 2, height // 40 + 2)).resize(
            self.size, Image.Resampling.BICUBIC
        )
        blended = Image.blend(fine, cloud, 0.3)
        return blended.point([round(128 + (v - 128) * 0.16) for v in range(256)])

    def print(self) -> Image.Image:
        small = self.image.reduce(OVERSAMPLE)
        grain = self._grain()
        return ImageChops.overlay(small, Image.merge("RGB", (grain, grain, grain)))
