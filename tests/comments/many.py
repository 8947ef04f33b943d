"""Very many reactions, made by PostgreSQL itself; and what it reads to answer a query."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Final

from django.db import connection
from django.test.utils import CaptureQueriesContext

#: Reactions under one article. With 10,000 under each of a hundred there are a million of them:
#: that takes minutes to make, and was looked at by hand.
EACH: Final = 2_000
PAGE: Final = 50
WRITERS: Final = 50_000

#: Of every thousand: one waits, one is spam, one was removed, and one that stands was not read.
REACTIONS: Final = f"""
INSERT INTO comments_comment (discussion_id, number, path, state, reason, name, email, affiliation,
    body, body_html, has_tip, created_at, published_at, read_at)
SELECT one.article_id, n, lpad(n::text, 6, '0'), state, '', 'Lezer ' || n,
    'lezer' || (n * 7919 + one.article_id * 104729) %% {WRITERS} || '@voorbeeld.nl', '',
    'Dat herken ik.', '<p>Dat herken ik.</p>', false, at,
    CASE WHEN state IN ('published', 'removed') THEN at END,
    CASE WHEN n %% 1000 <> 3 THEN at END
FROM comments_discussion AS one, generate_series(1, {EACH}) AS n,
    LATERAL (SELECT CASE n %% 1000 WHEN 0 THEN 'pending' WHEN 1 THEN 'spam' WHEN 2 THEN 'removed'
        ELSE 'published' END AS state,
        now() - (n * 100 + one.article_id %% 100) * interval '3 minutes' AS at) AS made
"""
COUNTS: Final = f"""
UPDATE comments_discussion SET last_number = {EACH}, published_count = {EACH * 997 // 1000},
    page_starts = (SELECT jsonb_agg(lpad(n::text, 6, '0'))
        FROM generate_series({PAGE + 1}, {EACH}, {PAGE}) AS n)
"""
DECISIONS: Final = """
INSERT INTO comments_decision (discussion_id, comment_id, rule, at, verb, from_state, to_state,
    reason, house_rule, evidence, text)
SELECT discussion_id, id, 'judge', created_at, 'judge', 'pending', state, '', '', '{}', ''
FROM comments_comment WHERE state <> 'published'
"""


def react_a_lot() -> None:
    """Under each discussion that there is."""
    with connection.cursor() as cursor:
        for sql in (REACTIONS, COUNTS, DECISIONS):
            cursor.execute(sql.replace("%%", "%"))
        for table in ("comment", "decision", "discussion"):
            cursor.execute(f"ANALYZE comments_{table}")


def scans(ask: Callable[[], Any], most: int) -> list[str]:
    """The queries that read more reactions than this."""
    with CaptureQueriesContext(connection) as captured:
        ask()
    queries = [one["sql"] for one in captured if one["sql"].startswith("SELECT")]
    return [sql for sql in queries if any(_is_long(node, most) for node in _plan(sql))]


def _plan(sql: str) -> Iterator[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql.replace('%', '%%')}", [])
        [found] = cursor.fetchone() or ["[]"]
    nodes = [one["Plan"] for one in (found if isinstance(found, list) else json.loads(found))]
    while nodes:
        node = nodes.pop()
        yield node
        nodes += node.get("Plans", [])


def _is_long(node: dict[str, Any], most: int) -> bool:
    if node.get("Relation Name") != "comments_comment":
        return False
    kinds = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
    read: float = sum(node.get(kind, 0) for kind in kinds) * node["Actual Loops"]
    return read > most
