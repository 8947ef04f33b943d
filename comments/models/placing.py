"""Where a reaction stands in its thread."""

from typing import Final

#: A path is the numbers of the reactions from the first of the conversation down to this one, each
#: this many digits, so that sorting paths as text puts a thread in reading order.
DIGITS: Final = 6
#: Deeper replies stand beside the one they answer: paths stay short, whatever people do.
LEVELS: Final = 10


def path_below(parent: str, number: int) -> str:
    """Where reaction `number` stands when it answers the reaction at `parent` ("" for none)."""
    return parent[: DIGITS * (LEVELS - 1)] + f"{number:0{DIGITS}}"


def end_of(path: str) -> str:
    """Before this path stands everything below `path`, and nothing else. Compared as digits only:
    a database may sort other signs in its own way.
    """
    return f"{path[:-DIGITS]}{int(path[-DIGITS:]) + 1:0{DIGITS}}"
