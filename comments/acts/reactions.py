"""What moderators can do to a reaction, and what each act asks."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from comments.acts.reasons import ReasonForm, RedactForm
from comments.models import Comment, states
from desk.acts import Act

type Data = dict[str, Any]


def _why(data: Data) -> Data:
    return {name: data[name] for name in ("reason", "note", "house_rule", "rules_version")}


def approve(comment: Comment, by: User, data: Data) -> None:
    comment.approve(by)


def refuse(comment: Comment, by: User, data: Data) -> None:
    comment.refuse(by, **_why(data))


def mark_spam(comment: Comment, by: User, data: Data) -> None:
    comment.mark_spam(by)


def remove(comment: Comment, by: User, data: Data) -> None:
    comment.remove(by, **_why(data))


def restore(comment: Comment, by: User, data: Data) -> None:
    comment.restore(by)


def read(comment: Comment, by: User, data: Data) -> None:
    comment.read(by)


def feature(comment: Comment, by: User, data: Data) -> None:
    comment.feature(by)


def unfeature(comment: Comment, by: User, data: Data) -> None:
    comment.unfeature(by)


def redact(comment: Comment, by: User, data: Data) -> None:
    comment.redact(by, data["passage"])


def undo(comment: Comment, by: User, data: Data) -> None:
    comment.undo(by)


def _can_be_undone(comment: Comment) -> bool:
    last = comment.last_decision()
    return last is not None and last.can_be_undone


MODERATE = "comments.moderate_comment"

COMMENT_ACTS = (
    Act(
        "goedkeuren",
        _("Goedkeuren"),
        MODERATE,
        approve,
        applies=lambda comment: comment.state in states.APPROVABLE and bool(comment.body),
        key="a",
    ),
    Act(
        "gelezen",
        _("Gelezen"),
        MODERATE,
        read,
        applies=lambda comment: comment.state in states.READABLE and not comment.read_at,
        key="m",
    ),
    Act(
        "afwijzen",
        _("Afwijzen"),
        MODERATE,
        refuse,
        applies=lambda comment: comment.state in states.REFUSABLE,
        form=ReasonForm,
        danger=True,
        template="admin/comments/comment/reason.html",
        key="r",
    ),
    Act(
        "verwijderen",
        _("Verwijderen"),
        MODERATE,
        remove,
        applies=lambda comment: comment.state in states.REMOVABLE,
        form=ReasonForm,
        danger=True,
        template="admin/comments/comment/reason.html",
        key="r",
    ),
    Act(
        "spam",
        _("Spam"),
        MODERATE,
        mark_spam,
        applies=lambda comment: comment.state in states.SPAMMABLE,
        danger=True,
        key="s",
    ),
    Act(
        "uitlichten",
        _("Uitlichten"),
        MODERATE,
        feature,
        applies=lambda comment: comment.state in states.FEATURABLE and not comment.featured_at,
        key="f",
    ),
    Act(
        "niet-uitlichten",
        _("Niet meer uitlichten"),
        MODERATE,
        unfeature,
        applies=lambda comment: comment.state in states.FEATURABLE and comment.featured_at,
        key="f",
    ),
    Act(
        "weghalen",
        _("Deel weghalen"),
        MODERATE,
        redact,
        applies=lambda comment: comment.state in states.REDACTABLE,
        form=RedactForm,
        initial=lambda comment: {"text": comment.body},
        about=lambda comment: {"text": comment.body},
        template="admin/comments/comment/redact.html",
        bulk=False,
        key="w",
    ),
    Act(
        "terugzetten",
        _("Terugzetten"),
        MODERATE,
        restore,
        applies=lambda comment: comment.state in states.RESTORABLE and bool(comment.body),
        key="t",
    ),
    Act(
        "ongedaan-maken",
        _("Laatste besluit ongedaan maken"),
        MODERATE,
        undo,
        applies=_can_be_undone,
        key="u",
    ),
)
