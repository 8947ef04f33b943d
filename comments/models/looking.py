"""What a moderator looks for among a million reactions, without reading a million.

Words, names and titles are looked for in the newest ones of a list. What is older has an index for
two questions: who wrote it, for a whole address; and what it says, where readers can see it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Q
from django.utils.text import smart_split, unescape_string_literal

from comments.models.states import State
from desk.counting import MOST_COUNTED
from search.index import Kind
from search.models import Entry, Within
from search.query import parse

if TYPE_CHECKING:
    from comments.models.queues import Queues

PLACES: Final = ("body", "name", "email", "discussion__article__title")
REACTIONS: Final = Within(kinds=(Kind.REACTION,))


def mentions(typed: str) -> Q:
    """Each of the words, and what stands between quotes as it stands, somewhere in a reaction."""
    wanted = Q()
    for word in _words(typed):
        somewhere = Q()
        for place in PLACES:
            somewhere |= Q(**{f"{place}__icontains": word})
        wanted &= somewhere
    return wanted


def _words(typed: str) -> Iterator[str]:
    for word in smart_split(typed):
        quoted = word[0] in "\"'" and len(word) > 1 and word[0] == word[-1]
        yield unescape_string_literal(word) if quoted else word


def by_index(found: "Queues", typed: str) -> Iterator[int]:
    """Of these, however old: what its writer's whole address finds, or the search of the site."""
    if "@" in typed:
        theirs = found.filter(email__in={typed.strip(), typed.strip().lower()})
        yield from theirs.order_by("-created_at").values_list("pk", flat=True)[:MOST_COUNTED]
    readable: Any = {Kind.REACTION: type(found)(found.model).filter(state=State.PUBLISHED)}
    hits = Entry.objects.search(parse(typed), readable, REACTIONS).found
    named = found.filter(pk__in=[hit.object_id for hit in hits])
    yield from named.order_by().values_list("pk", flat=True)
