"""What somebody typed, read as words, “exact phrases”, -words and OR; and what that looks for.

Nothing that can be typed is an error: what is no word is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from search.expressions import All, AnyOf, Expression, Phrase, Without, token
from search.index import HEAD, STEM, TITLE
from search.words import STOP, composed, stem, words_in

#: So many words are looked for; a search of more would cost more than it finds.
MOST_TERMS: Final = 8
LONGEST: Final = 1_000

QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
PART: Final = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
OR: Final = frozenset({"OR", "OF"})
AND: Final = frozenset({"AND", "EN"})


@dataclass(frozen=True)
class Term:
    """One word or exact phrase. A word that says something also has a stem."""

    tokens: tuple[str, ...]
    stem: str = ""

    def whole(self, mark: str = "") -> Expression:
        """As it was typed. In a title words have no order: the phrase is looked for elsewhere."""
        if not mark:
            return Phrase(self.tokens)
        return All(tuple(token(mark + one) for one in self.tokens))

    def loose(self, mark: str = "") -> Expression:
        """Or another form of it."""
        return token(mark + STEM + self.stem) if self.stem else self.whole(mark)


type Clause = tuple[Term, ...]  # one of these


@dataclass(frozen=True)
class Query:
    clauses: tuple[Clause, ...] = ()  # all of these
    excluded: tuple[Term, ...] = ()
    cut: bool = False  # there was more than we look for

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @property
    def wanted(self) -> list[Term]:
        return [term for clause in self.clauses for term in clause]

    def tiers(self) -> list[Expression]:
        """From the best kind of hit to the least, for what has a title and an introduction."""
        tiers = [
            self._also(self._all(how, mark)) for mark in (TITLE, HEAD) for how in ("whole", "loose")
        ]
        if len(self.clauses) > 1:
            somewhere = AnyOf(tuple(term.loose(TITLE) for term in self.wanted))
            tiers.append(All((self.loose(), somewhere)))
        return list(dict.fromkeys([*tiers, *self.plain_tiers()]))

    def plain_tiers(self) -> list[Expression]:
        """For what is text only."""
        return list(dict.fromkeys([self.whole(), self.loose()]))

    def whole(self) -> Expression:
        return self._but(self._all("whole"))

    def loose(self) -> Expression:
        return self._but(self._all("loose"))

    def _also(self, head: Expression) -> Expression:
        """All words in the title is all that is asked, unless there is a phrase or a minus."""
        simple = not self.excluded and all(len(term.tokens) == 1 for term in self.wanted)
        return head if simple else All((self.loose(), head))

    def _all(self, how: str, mark: str = "") -> Expression:
        clauses = [tuple(getattr(term, how)(mark) for term in clause) for clause in self.clauses]
        return All(tuple(AnyOf(one) for one in clauses))

    def _but(self, found: Expression) -> Expression:
        if not self.excluded:
            return found
        return Without(found, AnyOf(tuple(term.loose() for term in self.excluded)))


def parse(typed: str) -> Query:
    clauses: list[Clause] = []
    excluded: list[Term] = []
    parts = list(_parts(typed[:LONGEST]))
    for sign, either, term in parts[:MOST_TERMS]:
        if sign:
            excluded.append(term)
        elif either and clauses:
            clauses[-1] = (*clauses[-1], term)
        else:
            clauses.append((term,))
    kept = _without_stop_words(clauses)
    return Query(kept, tuple(excluded), len(parts) > MOST_TERMS or len(typed) > LONGEST)


def _parts(typed: str) -> Iterator[tuple[str, bool, Term]]:
    """Each term with its minus, and whether OR stands before it."""
    either = False
    for sign, quoted, word in PART.findall(composed(typed).translate(QUOTES)):
        if word in OR or word in AND:
            either = word in OR
        elif term := _term(quoted or word, exact=bool(quoted)):
            yield sign, either, term
            either = False


def _term(text: str, *, exact: bool) -> Term | None:
    """“e-mail” is a phrase of two words, as it is in the index."""
    tokens = tuple(word.token for word in words_in(text))
    if not tokens:
        return None
    return Term(tokens, "" if exact or len(tokens) > 1 else stem(tokens[0]))


def _without_stop_words(clauses: list[Clause]) -> tuple[Clause, ...]:
    """“de gemeente” looks for the gemeente; “de” alone looks for that."""
    telling = [one for one in clauses if not all(_says_nothing(term) for term in one)]
    return tuple(telling or clauses)


def _says_nothing(term: Term) -> bool:
    return len(term.tokens) == 1 and term.tokens[0] in STOP
