"""What a page says or where it stops, in a file that a reviewer reads.

`RECORD=1 pytest tests/browser/test_sequences.py tests/browser/test_outline.py` writes the files
anew; what changed is then in the difference, to be judged as any other change.
"""

import os
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent


def recorded(place: str, lines: list[str] | None = None) -> list[str]:
    """The lines of the file; written first when that was asked and there is something to write."""
    file = HERE / place
    if lines is not None and os.environ.get("RECORD"):
        file.write_text("\n".join(lines) + "\n")
    return file.read_text().splitlines()
