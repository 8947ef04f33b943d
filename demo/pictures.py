from io import BytesIO

from PIL import Image

from .drawing import canal, country, streets, railway, indoors, dusk
from .drawing.sheet import Sheet
SCENES = {"brug": canal.brug, "haven": canal.haven, "dijk": country.dijk, "polder": country.polder, "plein":streets.plein,"markt":streets.markt,"station":railway.station,"loket":indoors.loket,"raadzaal":indoors.raadzaal,"buurthuis":dusk.buurthuis}
def scene(name: str, size: tuple[int, int] = (1600, 1000)) -> Image.Image:
    draw = SCENES[name]
    sheet = Sheet(size, (1600, 1000), name)
    draw(sheet)
    return sheet.print()
