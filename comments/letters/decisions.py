"""What a writer hears of a decision about their reaction."""

from enum import StrEnum
from typing import Any, Final

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from comments.letters.addressing import is_news, to_writer
from comments.letters.statement import statement_of
from comments.models import Decision, Writer
from comments.models.decision import Verb
from comments.models.states import State
from mailing.models import Letter, Mail


class Kind(StrEnum):
    """The letters there are, by their template."""

    PUBLISHED = "published"
    RESTORED = "restored"
    WAITS = "waits"
    REFUSED = "refused"
    REMOVED = "removed"
    REDACTED = "redacted"
    WHOLE = "whole"


SUBJECTS: Final = {
    Kind.PUBLISHED: _("Uw reactie is geplaatst"),
    Kind.RESTORED: _("Uw reactie staat weer op de site"),
    Kind.WAITS: _("Uw reactie wacht op goedkeuring"),
    Kind.REFUSED: _("Uw reactie is niet geplaatst"),
    Kind.REMOVED: _("Uw reactie is verwijderd"),
    Kind.REDACTED: _("Een deel van uw reactie is weggehaald"),
    Kind.WHOLE: _("Uw reactie staat weer helemaal op de site"),
}
RESTRICTIONS: Final = frozenset({Kind.REFUSED, Kind.REMOVED, Kind.REDACTED})
#: Not sent where it is no longer so.
GOOD_NEWS: Final = frozenset({Kind.PUBLISHED, Kind.RESTORED})
#: What became of it, where that says enough. Of spam nobody is told (DSA art. 17(2)).
BY_STATE: Final[dict[str, Kind]] = {
    State.PUBLISHED: Kind.PUBLISHED,
    State.REFUSED: Kind.REFUSED,
    State.REMOVED: Kind.REMOVED,
}
#: From here a reaction can be called back to the queue, after its writer heard something else.
TOLD: Final = frozenset({State.PUBLISHED, State.REFUSED, State.REMOVED})


def kind_of(verb: str, before: str, after: str, undone: str = "") -> Kind | None:
    """Which letter a decision asks for, if any. Writers see at once what they did themselves.

    `undone`: the verb of the decision that this one took back.
    """
    if Verb.REDACT in {verb, undone}:
        return Kind.WHOLE if undone else Kind.REDACTED
    if before == after or State.WITHDRAWN in {before, after}:
        return None
    if after == State.PENDING:
        return Kind.WAITS if before in TOLD and verb not in {Verb.JUDGE, Verb.CORRECT} else None
    if (before, after) == (State.REMOVED, State.PUBLISHED):
        return Kind.RESTORED
    return BY_STATE.get(after)


def verb_undone_by(decision: Decision) -> str:
    pk = decision.evidence.get("undoes") if decision.verb == Verb.UNDO else None
    undone = Decision.objects.filter(pk=pk, comment=decision.comment_id).first() if pk else None
    return undone.verb if undone else ""


def key_of(decision: Decision) -> str:
    """The occasion, of which there is one letter at most."""
    return f"decision-{decision.pk}"


def told(decision: Decision) -> None:
    """Tell who should know, in its transaction; of what is no news, nobody."""
    if is_news(decision.at):
        tell(decision)


def tell(decision: Decision) -> None:
    """The writer by a letter, followers by a task."""
    undone = verb_undone_by(decision)
    kind = kind_of(decision.verb, decision.from_state, decision.to_state, undone)
    if kind and decision.comment and decision.comment.email:
        with translation.override(settings.LANGUAGE_CODE):
            _write(decision, kind)
    if decision.comment and decision.to_state == State.PUBLISHED != decision.from_state:
        from comments.letters.tasks import tell_followers  # noqa: PLC0415 - it knows the letters

        tell_followers.enqueue(decision.comment.pk)


def _write(decision: Decision, kind: Kind) -> None:
    comment: Any = decision.comment
    writer = Writer.objects.of(comment.email)
    context = to_writer(comment, writer)
    if kind in RESTRICTIONS:
        if decision.by_id is None and not context["confirmed"]:
            return  # they read it on screen; to an address that a robot typed goes nothing
        context["statement"] = statement_of(decision)
    Mail.objects.post(
        Letter(
            key=key_of(decision),
            to=writer.email,
            kind=kind,
            subject=SUBJECTS[kind],
            context=context,
            thread=f"reactie-{comment.pk}",
            about=[comment] if kind in GOOD_NEWS else [],
        )
    )
