"""What to look for in the index, and how each database wants to hear it.

Tokens are letters and digits, and the underscore of a mark (see `index`): nothing needs escaping.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrase:
    """These tokens, one after the other."""

    tokens: tuple[str, ...]


@dataclass(frozen=True)
class All:
    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class AnyOf:
    parts: tuple["Expression", ...]


@dataclass(frozen=True)
class Without:
    what: "Expression"
    excluded: "Expression"


type Expression = Phrase | All | AnyOf | Without


def token(text: str) -> Phrase:
    return Phrase((text,))


def for_fts5(expression: Expression) -> str:
    """https://sqlite.org/fts5.html, section 3."""
    match expression:
        case Phrase(tokens):
            return f'"{" ".join(tokens)}"'
        case All(parts):
            return _joined(" AND ", [for_fts5(part) for part in parts])
        case AnyOf(parts):
            return _joined(" OR ", [for_fts5(part) for part in parts])
        case Without(what, excluded):
            return f"({for_fts5(what)} NOT {for_fts5(excluded)})"


def for_tsquery(expression: Expression) -> str:
    """https://www.postgresql.org/docs/current/datatype-textsearch.html, section 8.11.2."""
    match expression:
        case Phrase(tokens):
            return _joined(" <-> ", [f"'{one}'" for one in tokens])
        case All(parts):
            return _joined(" & ", [for_tsquery(part) for part in parts])
        case AnyOf(parts):
            return _joined(" | ", [for_tsquery(part) for part in parts])
        case Without(what, excluded):
            return f"({for_tsquery(what)} & !({for_tsquery(excluded)}))"


def _joined(operator: str, parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({operator.join(parts)})"
