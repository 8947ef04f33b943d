"""Very many reactions, made by PostgreSQL itself; and what it reads to answer a query."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import connection
from django.test.utils import CaptureQueriesContext

#: Reactions under one article: with a hundred articles there are a million of them.
EACH: Final = int(os.environ.get("GROWTH", "1000000")) // 100
PAGE: Final = 50
#: Tables that do not grow with the reactions.
AS_MANY_AS_ARTICLES: Final = ("articles", "comments_discussion")
WRITERS: Final = 50_000

#: Of every thousand: one waits, one is spam, one was removed, and one that stands was not read.
REACTIONS: Final = f"""
INSERT INTO comments_comment (discussion_id, number, path, state, reason, name, email, affiliation,
    body, body_html, has_tip, created_at, published_at, read_at)
SELECT one.article_id, n, lpad(n::text, 6, '0'), state, '', 'Lezer ' || n,
    'lezer' || (n * 7919 + one.article_id * 104729) % {WRITERS} || '@voorbeeld.nl', '',
    'Dat herken ik.', '<p>Dat herken ik.</p>', false, at,
    CASE WHEN state IN ('published', 'removed') THEN at END,
    CASE WHEN n % 1000 <> 3 THEN at END
FROM comments_discussion AS one, generate_series(1, {EACH}) AS n,
    LATERAL (SELECT CASE n % 1000 WHEN 0 THEN 'pending' WHEN 1 THEN 'spam' WHEN 2 THEN 'removed'
        ELSE 'published' END AS state,
        now() - (n * 100 + one.article_id % 100) * interval '3 minutes' AS at) AS made
"""
COUNTS: Final = f"""
UPDATE comments_discussion SET last_number = {EACH}, published_count = {EACH * 997 // 1000},
    page_starts = (SELECT jsonb_agg(lpad(n::text, 6, '0'))
        FROM generate_series({PAGE + 1}, {EACH}, {PAGE}) AS n)
"""
DECISIONS: Final = """
INSERT INTO comments_decision (discussion_id, comment_id, rule, by_id, at, verb, from_state,
    to_state, reason, house_rule, evidence, text)
SELECT discussion_id, id, CASE WHEN state = 'removed' THEN '' ELSE 'judge' END,
    CASE WHEN state = 'removed' THEN (SELECT min(id) FROM accounts_user) END, created_at,
    CASE WHEN state = 'removed' THEN 'remove' ELSE 'judge' END, 'pending', state, '', '', '{}', ''
FROM comments_comment WHERE id % 20 = 0 OR state <> 'published'
"""
NOTICES: Final = """
INSERT INTO comments_notice (reference, kind, snapshot, urls, house_rule, category, explanation,
    law_text, notifier_name, notifier_email, state, received_at, outcome, comment_id)
SELECT 'M-' || id, 'rules', body, '[]', '', CASE WHEN id % 3 = 0 THEN 'privacy' ELSE '' END,
    'Dit kan niet.', '', '', 'melder' || id || '@voorbeeld.nl',
    CASE WHEN id % 5000 = 0 THEN 'received' ELSE 'decided' END, created_at, '', id
FROM comments_comment WHERE id % 100 = 0
"""
MAILBOXES: Final = f"""
INSERT INTO comments_writer (email, confirmed_at, note, created_at)
SELECT 'lezer' || n || '@voorbeeld.nl', at, '', at FROM generate_series(0, {WRITERS - 1}) AS n,
    LATERAL (SELECT now() - ({WRITERS} - n) * interval '1 hour' AS at) AS made
"""
FOLLOWS: Final = """
INSERT INTO comments_follow (writer_id, what, pace, asked_at, asked_with, confirmed_at, told_until,
    discussion_id)
SELECT id, 'discussion', CASE WHEN id % 2 = 0 THEN 'daily' ELSE 'at_once' END, created_at, '',
    created_at, now(), (SELECT min(article_id) FROM comments_discussion) + id % 100
FROM comments_writer
"""
#: Of every thousand: one failed, one is not needed any more, and one waits.
MAILS: Final = f"""
INSERT INTO mailing_mail (key, "to", kind, subject, text, html, thread, stop_url, created_at,
    claimed_at, sent_at, tries, fault, about_ids, about_model, due_at, "end")
SELECT 'k' || n, 'lezer' || n % {WRITERS} || '@voorbeeld.nl', 'arrived', 'Ontvangen', 'Dank.', '',
    '', '', at, CASE WHEN n % 1000 > 0 THEN at END, CASE WHEN n % 1000 > 2 THEN at END, 0, '', '[]',
    '', at, CASE n % 1000 WHEN 1 THEN 'failed' WHEN 2 THEN 'dropped' ELSE '' END
FROM generate_series(1, 100000) AS n,
    LATERAL (SELECT now() - (100001 - n) * interval '2 minutes' AS at) AS made
"""
MADE: Final = (COUNTS, DECISIONS, NOTICES, MAILBOXES, FOLLOWS, MAILS)

#: What of a table is made anew once it is full: one by one, each row would be put in each index.
INDEXES: Final = """
SELECT 'ALTER TABLE comments_comment DROP CONSTRAINT ' || conname,
    'ALTER TABLE comments_comment ADD CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid)
FROM pg_constraint WHERE conrelid = 'comments_comment'::regclass AND contype IN ('f', 'u')
UNION ALL SELECT 'DROP INDEX IF EXISTS ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
FROM pg_index WHERE indrelid = 'comments_comment'::regclass AND NOT indisunique
"""


def react_a_lot() -> None:
    """Under each discussion that there is."""
    with connection.cursor() as cursor:
        with _bare(cursor):
            cursor.execute(REACTIONS)
        for sql in MADE:
            cursor.execute(sql)
        cursor.execute("ANALYZE")
        # What is checked at the end of a transaction, is checked here: once, not after each test.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@contextmanager
def _bare(cursor: Any) -> Iterator[None]:
    """The table of reactions without indexes and triggers."""
    cursor.execute(INDEXES)
    statements = cursor.fetchall()
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what was made before has its triggers now
    cursor.execute("ALTER TABLE comments_comment DISABLE TRIGGER USER")
    for drop, _create in statements:
        cursor.execute(drop)
    yield
    for _drop, create in statements:
        cursor.execute(create)
    cursor.execute("ALTER TABLE comments_comment ENABLE TRIGGER USER")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def scans(ask: Callable[[], Any], most: int) -> list[str]:
    """The queries that read more rows than this of any table that grows with the reactions."""
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
    if node.get("Relation Name", "articles").startswith(AS_MANY_AS_ARTICLES):
        return False
    kinds = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
    read: float = sum(node.get(kind, 0) for kind in kinds) * node["Actual Loops"]
    return read > most
