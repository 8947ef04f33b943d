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
from search.expressions import All, Expression
from search.index import Tokens

type Span = tuple[int, int]
type Statement = tuple[str, list[Any]]


@dataclass(frozen=True)
class Engine:
    create: tuple[str, ...]
    drop: tuple[str, ...]
    store: str
    newest: Callable[[Sequence["Sought"], int], Statement]
    among: str  # those of a JSON list of keys
    tokens: Callable[[Tokens], str]
    looks_in_windows: bool
    before_filling: tuple[str, ...]
    after_filling: tuple[str, ...]


@dataclass(frozen=True)
class Sought:
    """What to look for, between which keys, and in which windows to look first (PostgreSQL)."""

    expression: Expression
    span: Span
    windows: tuple[Expression, ...] = ()


BY_KEY: Final = (
    "SELECT * FROM (SELECT %s, rowid FROM search_words WHERE search_words MATCH %s "
    "AND rowid BETWEEN %s AND %s ORDER BY rowid DESC LIMIT %s)"
)


def by_key(tiers: Sequence[Sought], limit: int) -> Statement:
    """FTS5 walks through its hits by key, from the last one, and stops when there are enough."""
    values: list[Any] = []
    for tier, sought in enumerate(tiers):
        values += [tier, expressions.for_fts5(sought.expression), *sought.span, limit]
    return " UNION ALL ".join([BY_KEY] * len(tiers)), values


#: + 0: by the index of words, never by reading keys from the last until enough of them match.
STEP: Final = (
    "w{number} AS MATERIALIZED (SELECT rowid FROM search_words WHERE tokens @@ %s::tsquery "
    "AND rowid + 0 BETWEEN %s AND %s{needed} ORDER BY rowid + 0 DESC LIMIT %s)"
)
NEEDED: Final = " AND (SELECT count(*) FROM w{number}) < {limit}"
OUTCOME: Final = "SELECT %s AS tier, rowid FROM w{number}"


def by_window(tiers: Sequence[Sought], limit: int) -> Statement:
    """PostgreSQL finds all hits before it can put them in order. So it looks in a short time first,
    and takes a next step only where no step before it (between the same keys) found enough.
    """
    steps = [(tier, one, look) for tier, one in enumerate(tiers) for look in one.windows]
    named, outcomes, values = [], [], []
    for number, (_tier, sought, window) in enumerate(steps):
        before = [n for n in range(number) if steps[n][1].span == sought.span]
        needed = "".join(NEEDED.format(number=n, limit=limit) for n in before)
        named.append(STEP.format(number=number, needed=needed))
        outcomes.append(OUTCOME.format(number=number))
        inside = expressions.for_tsquery(All((sought.expression, window)))
        values += [inside, *sought.span, limit]
    sql = f"WITH {', '.join(named)} {' UNION ALL '.join(outcomes)}"
    return sql, [*values, *(tier for tier, _sought, _window in steps)]


FTS5: Final = Engine(
    # What makes a token is ours to say: `ascii` splits at the spaces and leaves letters alone.
    create=(
        """CREATE VIRTUAL TABLE search_words
        USING fts5(tokens, columnsize=0, tokenize="ascii tokenchars '_'")""",
    ),
    drop=("DROP TABLE search_words",),
    store="INSERT OR REPLACE INTO search_words(rowid, tokens) VALUES (%s, %s)",
    newest=by_key,
    among="SELECT value FROM json_each(%s)",
    tokens=index.for_fts5,
    looks_in_windows=False,
    before_filling=("DELETE FROM search_words",),
    after_filling=("INSERT INTO search_words(search_words) VALUES ('optimize')",),
)

GIN: Final = (
    "CREATE INDEX search_words_tokens ON search_words USING gin (tokens) WITH (fastupdate = off)"
)
TSVECTOR: Final = Engine(
    # Long rows of tokens are kept apart (TOAST), so that finding the newest of many articles reads
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
    newest=by_window,
    among="SELECT value::bigint FROM jsonb_array_elements_text(%s::jsonb)",
    tokens=index.for_tsvector,
    looks_in_windows=True,
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


def newest(tiers: Sequence[Sought], limit: int) -> list[tuple[int, int]]:
    """(tier, key) of the newest hits in each tier, the best tier first, in one query. Where the
    tiers before it have that many already, a tier can be left out.
    """
    with connection.cursor() as cursor:
        cursor.execute(*engine().newest(tiers, limit))
        return sorted(cursor.fetchall(), key=lambda hit: (hit[0], -hit[1]))
