from typing import Any

from django.core.files.base import ContentFile

from articles.models import EmbedBlock
from demo import pictures


def embed(entry: dict[str, Any]) -> EmbedBlock:
    """A video or a message elsewhere; `scene` is what stands there until the click."""
    block = EmbedBlock(
        address=entry["address"],
        title=entry["title"],
        transcript=entry.get("transcript", "").strip(),
    )
    if scene := entry.get("scene"):
        still = ContentFile(pictures.drawing(scene))
        block.image.save(f"{scene}.jpg", still, save=False)
    return block
