"""The two databases' own words for full text: SQLite's FTS5, PostgreSQL's tsvector.

The table `search_words` has a row for each entry, with the same key. Everything else about search
is the same for both.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.db.models.expressions import RawSQL

from search import expressions, index
from search.expressions import Expression
from search.index import Tokens

type Span = tuple[int, int]


@dataclass(frozen=True)
class Engine:
    create: tuple[str, ...]
    drop: tuple[str, ...]
    store: str
    newest: str  # tier, expression, first key, last key, how many
    among: str  # those of a JSON list of keys
    tokens: Callable[[Tokens], str]
    expression: Callable[[Expression], str]
    before_filling: tuple[str, ...]
    after_filling: tuple[str, ...]


FTS5: Final = Engine(
    # What makes a token is ours to say: `ascii` splits at the spaces and leaves letters alone.
    create=(
        """CREATE VIRTUAL TABLE search_words
        USING fts5(tokens, columnsize=0, tokenize="ascii tokenchars '_'")""",
    ),
    drop=("DROP TABLE search_words",),
    store="INSERT OR REPLACE INTO search_words(rowid, tokens) VALUES (%s, %s)",
    newest=(
        "SELECT * FROM (SELECT %s, rowid FROM search_words WHERE search_words MATCH %s "
        "AND rowid BETWEEN %s AND %s ORDER BY rowid DESC LIMIT %s)"
    ),
    among="SELECT value FROM json_each(%s)",
    tokens=index.for_fts5,
    expression=expressions.for_fts5,
    before_filling=("DELETE FROM search_words",),
    after_filling=("INSERT INTO search_words(search_words) VALUES ('optimize')",),
)

GIN: Final = (
    "CREATE INDEX search_words_tokens ON search_words USING gin (tokens) WITH (fastupdate = off)"
)
TSVECTOR: Final = Engine(
    # The tokens are kept apart from the row (TOAST), so that finding the newest of many hits reads
    # a narrow table. fastupdate would make readers pay for writers.
    create=(
        """CREATE TABLE search_words (rowid bigint PRIMARY KEY, tokens tsvector NOT NULL)
        WITH (toast_tuple_target = 128)""",
        "ALTER TABLE search_words ALTER COLUMN tokens SET STORAGE EXTERNAL",
        GIN,
    ),
    drop=("DROP TABLE search_words",),
    store=(
        "INSERT INTO search_words(rowid, tokens) VALUES (%s, %s::tsvector) "
        "ON CONFLICT (rowid) DO UPDATE SET tokens = EXCLUDED.tokens"
    ),
    # + 0: by the index of words, never by reading keys from the last until enough match.
    newest=(
        "(SELECT %s AS tier, rowid FROM search_words WHERE tokens @@ %s::tsquery "
        "AND rowid + 0 BETWEEN %s AND %s ORDER BY rowid + 0 DESC LIMIT %s)"
    ),
    among="SELECT value::bigint FROM jsonb_array_elements_text(%s::jsonb)",
    tokens=index.for_tsvector,
    expression=expressions.for_tsquery,
    before_filling=("TRUNCATE search_words", "DROP INDEX search_words_tokens"),
    after_filling=(GIN, "ANALYZE search_words"),
)
ENGINES: Final = {"sqlite": FTS5, "postgresql": TSVECTOR}


def engine() -> Engine:
    return ENGINES[connection.vendor]


def store(rows: Iterable[tuple[int, Tokens]]) -> None:
    ours = engine()
    with connection.cursor() as cursor:
        cursor.executemany(ours.store, [(row, ours.tokens(tokens)) for row, tokens in rows])


def run(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def among(keys: Sequence[int]) -> RawSQL:
    """For `pk__in`, where there are too many keys to write down one by one."""
    return RawSQL(engine().among, [json.dumps(keys)])  # noqa: S611 - the list is a value


def newest(tiers: Sequence[tuple[Expression, Span]], limit: int) -> list[tuple[int, int]]:
    """(tier, key) of the newest hits in each tier, the best tier first, in one query."""
    ours = engine()
    values: list[Any] = []
    for tier, (expression, span) in enumerate(tiers):
        values += [tier, ours.expression(expression), *span, limit]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([ours.newest] * len(tiers)), values)
        return sorted(cursor.fetchall(), key=lambda hit: (hit[0], -hit[1]))
