"""Whatever happens, in whatever order: a kept page is the page as it would be made now."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from articles.models import Article, TextBlock, Tip
from comments.models import Comment, Discussion, Policy
from comments.models.decision import Reason
from comments.models.discussion import Closed, ParentGone, Repeated
from config.clock import good_until
from config.shown import editions_of
from delivery.page_cache import PageCache
from desk.refused import Refused
from tests.delivery.behind_the_cache import AT_THE_END, Counted, Reader

pytestmark = pytest.mark.django_db(transaction=AT_THE_END)

ADDRESSES = (
    *("/", "/artikelen/aan-de-balie/", "/artikelen/aan-de-balie/?volgorde=nieuwste"),
    *("/feeds/reacties.atom", "/feeds/artikelen/aan-de-balie/reacties.atom", "/archief/"),
)
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def react(comment: Comment | None, discussion: Discussion, mo: User, n: int) -> None:
    parent = comment if comment and comment.state == Comment.State.PUBLISHED else None
    written = Comment(parent=parent, name=f"Lezer {n}", email="r@voorbeeld.nl", body=f"Tekst {n}.")
    discussion.post(written)
    if n % 3:
        written.approve(mo)


type Deed = Callable[[Comment, Discussion, User, int], Any]

WITH_REACTION: dict[str, Deed] = {
    "approve": lambda comment, _talk, mo, _n: comment.approve(mo),
    "remove": lambda comment, _talk, mo, _n: comment.remove(mo, Reason.OFFENSIVE),
    "restore": lambda comment, _talk, mo, _n: comment.restore(mo),
    "withdraw": lambda comment, _talk, _mo, _n: comment.withdraw(),
    "redact": lambda comment, _talk, mo, _n: comment.redact(mo, "Tekst"),
    "erase": lambda comment, _talk, _mo, _n: comment.erase(),
    "feature": lambda comment, _talk, mo, _n: comment.feature(mo),
    "tip": lambda comment, talk, _mo, n: Tip.objects.create(
        parent_id=talk.pk, region="main", ordering=n, text="Bel.", source=comment.get_absolute_url()
    ),
}
ELSEWHERE: dict[str, Deed] = {
    "close": lambda _one, talk, mo, n: talk.close(mo, f"Dank {n}."),
    "reopen": lambda _one, talk, mo, _n: talk.reopen(mo),
    "hide": lambda _one, talk, mo, _n: talk.hide(mo),
    "title": lambda _one, _talk, _mo, n: Article.objects.update(title=f"Titel {n}"),
    "text": lambda _one, _talk, _mo, n: TextBlock.objects.update(text_html=f"<p>{n}</p>"),
    "policy": lambda _one, _talk, _mo, n: Policy.objects.update(page_size=n % 5 + 5),
    "name": lambda _one, _talk, mo, n: User.objects.filter(pk=mo.pk).update(last_name=f"N{n}"),
}
PLAN = st.lists(
    st.tuples(
        st.sampled_from(["react", "react", *WITH_REACTION, *ELSEWHERE]), st.integers(0, 1_000)
    ),
    min_size=1,
    max_size=12,
)


def do(what: str, n: int, article: Article, mo: User) -> None:
    discussion = Discussion.objects.get(pk=article.pk)
    written = list(discussion.comments.order_by("pk"))
    comment = written[n % len(written)] if written else None
    try:
        if what == "react":
            react(comment, discussion, mo, n)
        elif what in ELSEWHERE:
            ELSEWHERE[what](Comment(), discussion, mo, n)
        elif comment:
            WITH_REACTION[what](comment, discussion, mo, n)
    except (Refused, Closed, ParentGone, Repeated):
        pass  # that cannot be done to it any more: nothing changed


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW)
@given(plan=PLAN)
def test_a_kept_page_is_the_page_as_it_would_be_made(
    article: Article, reader: Reader, counted: Counted, mo: User, plan: list[tuple[str, int]]
) -> None:
    """What the plans before this one left is where it begins."""
    Discussion.objects.begin_for([article])
    for what, n in plan:
        do(what, n, article, mo)
        at_once = Reader(PageCache(counted, editions_of, good_until, 8_000_000))
        for address in ADDRESSES:
            kept, made = reader.get(address), at_once.get(address)
            assert (kept.status, kept.body) == (made.status, made.body), (what, address)
