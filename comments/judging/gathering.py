"""Bringing together what the checks need to know: the one place where they touch the database."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Self

from accounts.models import User
from articles.models import Author
from comments.judging.facts import Facts, Sending
from comments.judging.records import Records
from comments.judging.words import Word
from comments.models.comment import Comment
from comments.models.word import WORDS, WordRule
from delivery.settled import Settled
from delivery.shown import SITE
from markup.reactions import reaction_html
from pages.models import Publication


@dataclass(frozen=True)
class House:
    """What is the same for every reaction."""

    reserved: tuple[str, ...]
    site: str
    words: tuple[Word, ...]

    @classmethod
    def now(cls) -> Self:
        staff = User.objects.filter(is_staff=True, is_active=True)
        names = [user.public_name for user in staff.only("username", "first_name", "last_name")]
        reserved = (*names, *Author.objects.values_list("name", flat=True))
        return cls(reserved, Publication.current().name, WordRule.objects.in_force())


HOUSE: Final = Settled(House.now, SITE, WORDS)


def facts_about(
    comment: Comment,
    sending: Sending,
    now: datetime,
    *,
    confirmed: bool = False,
    outside_hours: bool = False,
) -> Facts:
    """Of a reaction that is about to be stored, or that its writer changed.

    A change is not one more reaction: the limits on how many do not hold for it.
    """
    if comment.user_id:
        return Facts(body=comment.body, by_staff=True)
    records = Records.of([comment.email], now)
    facts = facts_from(comment, HOUSE.now(), records, now)
    if comment.pk:
        calm = replace(facts.record, in_ten_minutes=0, in_a_day=0, seconds_since_here=None)
        facts = replace(facts, record=calm)
    return replace(facts, sending=sending, confirmed=confirmed, outside_hours=outside_hours)


def facts_from(comment: Comment, house: House, records: Records, at: datetime) -> Facts:
    """From what is at hand: no query."""
    discussion = comment.discussion
    published = discussion.article.published_at
    return Facts(
        body=comment.body,
        name=comment.name,
        affiliation=comment.affiliation,
        email=comment.email,
        links=(comment.body_html or reaction_html(comment.body)).count("<a "),
        record=records.before(comment, at),
        mode=discussion.mode,
        slow_minutes=discussion.slow_minutes,
        article_days=max((at - published).days, 0) if published else 0,
        reserved=house.reserved,
        site=house.site,
        words=house.words,
    )
