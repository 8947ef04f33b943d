"""What readers said under an article of the demo, and what became of it: by the verbs of the house.

Each reaction is judged by the rules as they are, as if it had come through the form.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.judging.facts import Sending
from comments.judging.hearing import hear
from comments.judging.visit import Visit
from comments.models import Comment, Discussion, Follow, Writer
from demo import aftermath
from demo.moments import later, moment
from demo.reasons import reasons

#: How long after it was written the demo's moderator decided on a reaction.
READING_TIME: Final = timedelta(minutes=40)
#: How soon a writer saw a mistake.
SECOND_LOOK: Final = timedelta(minutes=5)

type Entry = dict[str, Any]
type Users = dict[str, User]


def discuss(article: Article, entry: Entry, users: Users) -> None:
    discussion, said = Discussion.objects.of(article), entry.get("reactions", [])
    settings = entry.get("discussion", {})
    if mode := settings.get("mode"):
        discussion = Discussion.objects.lock(article.pk)
        discussion.moderate(users["moderator"], mode)
    _follow(discussion, entry.get("follows", ()))
    posted: dict[str, Comment] = {}
    for reaction in said:
        posted[reaction["id"]] = _react(discussion, reaction, posted, users)
    for reaction in said:
        aftermath.of(posted[reaction["id"]], reaction, users)
    _settle(article, settings, users["moderator"])
    if closing := entry.get("closing"):
        at, word = moment(closing, "at"), closing.get("word", "").strip()
        Discussion.objects.of(article).close(users[closing["by"]], word, at)


def _follow(discussion: Discussion, follows: Iterable[Entry]) -> None:
    """Each is asked by mail; all but one said yes, when the article was new."""
    for entry in follows:
        saved = Discussion.objects.lock(discussion.pk)
        writer = Writer.objects.of(entry["email"])
        wish = "Houd mij op de hoogte: van alle reacties bij dit artikel"
        follow = Follow.objects.ask(
            writer, "discussion", discussion=saved, pace=entry["pace"], asked_with=wish
        )
        follow.ask_mailbox()
        if not entry.get("asks"):
            writer.confirm(saved.article.published_at or timezone.now())
            follow.refresh_from_db()


def _react(
    discussion: Discussion, entry: Entry, posted: dict[str, Comment], users: Users
) -> Comment:
    at, user = moment(entry, "at"), users.get(entry.get("by", ""))
    if not user:
        Writer.objects.get_or_create(email=entry["email"], defaults={"created_at": at})
    comment = Comment(
        discussion=discussion,
        parent=posted.get(entry.get("to", "")),
        name=user.public_name if user else entry["name"],
        email="" if user else entry["email"],
        affiliation=entry.get("affiliation", ""),
        user=user,
        body=entry["text"].strip(),
        has_tip=entry.get("tip", False),
        created_at=at,
    )
    if entry.get("confirmed"):
        Writer.objects.of(comment.email).confirm(at)
    discussion.post(comment, now=at, ruling=None if user else hear(comment, _visit(entry), at))
    if what := entry.get("follow"):
        _hear_more(comment, what)
    if text := entry.get("edited"):
        seen = later(at, SECOND_LOOK)
        comment.correct(text.strip(), hear(comment, _visit(entry), seen), seen)
    _judge(comment, entry, users["moderator"], later(at, READING_TIME))
    return comment


def _visit(entry: Entry) -> Visit:
    sending = Sending(trapped=entry.get("trapped", False), open_seconds=entry.get("seconds"))
    return Visit(sending, mailbox=entry["email"] if entry.get("known") else "")


def _hear_more(comment: Comment, what: str) -> None:
    writer = Writer.objects.of(comment.email)
    whole = what == Follow.What.DISCUSSION
    follow = Follow.objects.ask(
        writer,
        what,
        discussion=comment.discussion if whole else None,
        comment=None if whole else comment,
        asked_with="Houd mij op de hoogte",
        confirmed=writer.confirmed_at is not None,
    )
    follow.ask_mailbox()
    if writer.confirmed_at:
        follow.told(comment.created_at)


def _judge(comment: Comment, entry: Entry, moderator: User, at: datetime) -> None:
    """Where the rules did not have the last word, as the demo's moderator did."""
    if comment.state != Comment.State.PENDING:
        return
    match entry.get("state", "published"):
        case "refused" if "reason" in entry:
            comment.refuse(moderator, at=at, **reasons(entry))
        case "pending" | "refused":  # that the rules refuse; under a policy of one's own it waits
            return
        case "spam":
            comment.mark_spam(moderator)
        case _:
            comment.approve(moderator, at)


def _settle(article: Article, settings: Entry, moderator: User) -> None:
    """How the discussion stands, as far as that is not by the policy."""
    discussion, now = Discussion.objects.of(article), timezone.now()
    if minutes := settings.get("slow_minutes"):
        discussion.slow_down(moderator, minutes)
    if settings.get("hidden"):
        discussion.hide(moderator)
    if days := settings.get("closes_in_days"):
        discussion.close(moderator, at=now + timedelta(days=days))
    if days := settings.get("reopens_in_days"):
        discussion.close(moderator, settings["word"], until=now + timedelta(days=days))
