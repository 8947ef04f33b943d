"""All that is kept of a writer, for the writer (AVG, art. 15 and 20): nothing of anybody else."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from comments.links import absolute
from comments.mine.door import for_the_writer
from comments.models import Comment, Decision, Follow, Measure, Notice, Writer

type Data = dict[str, Any]


@for_the_writer
@require_safe
def own_data(request: HttpRequest, writer: Writer, token: str) -> HttpResponse:
    answer = JsonResponse(all_of(writer), json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer.headers["Content-Disposition"] = 'attachment; filename="mijn-reacties.json"'
    return answer


def all_of(writer: Writer) -> Data:
    written = Comment.objects.by_mailbox(writer.email).prefetch_related("versions", "adoption")
    notices = Notice.objects.of_mailbox(writer.email)
    return {
        "gemaakt_op": timezone.now(),
        "e-mailadres": writer.email,
        "bekend_sinds": writer.created_at,
        "bevestigd_op": writer.confirmed_at,
        "reacties": [_reaction(one) for one in written],
        "volgt": [_follow(one) for one in writer.follows.select_related("discussion__article")],
        "meldingen": [_notice(one) for one in notices],
        "maatregelen": [_measure(one) for one in writer.measures.all()],
    }


def _reaction(comment: Comment) -> Data:
    adoption = getattr(comment, "adoption", None)
    return {
        "artikel": comment.discussion.article.title,
        "adres": absolute(comment.get_absolute_url()),
        "nummer": comment.number,
        "naam": comment.name,
        "organisatie": comment.affiliation,
        "tekst": comment.body,
        "bevat_een_tip": comment.has_tip,
        "staat": comment.get_state_display(),
        "geschreven_op": comment.created_at,
        "geplaatst_op": comment.published_at,
        "bewerkt_op": comment.edited_at,
        "eerdere_teksten": [
            {"tekst": one.body, "vervangen_op": one.replaced_at} for one in comment.versions.all()
        ],
        "besluiten": [_decision(one) for one in comment.decisions.all()],
        "overgenomen_tip": adoption
        and {"tip": adoption.text, "naam": adoption.byline, "staat": adoption.get_state_display()},
    }


def _decision(decision: Decision) -> Data:
    """Who of the staff it was, is about somebody else."""
    by_rule = "schrijver" if decision.rule == "writer" else "regels"
    return {
        "nummer": decision.pk,
        "op": decision.at,
        "besluit": decision.get_verb_display(),
        "door": "redactie" if decision.by_id else by_rule,
        "reden": decision.get_reason_display(),
        "huisregel": decision.house_rule,
        "toelichting": decision.text,
    }


def _follow(follow: Follow) -> Data:
    return {
        "wat": follow.get_what_display(),
        "artikel": follow.discussion.article.title if follow.discussion else None,
        "reactie": follow.comment_id,
        "hoe_vaak": follow.get_pace_display(),
        "gevraagd_op": follow.asked_at,
        "gevraagd_met": follow.asked_with,
        "bevestigd_op": follow.confirmed_at,
        "gestopt_op": follow.ended_at,
    }


def _notice(notice: Notice) -> Data:
    return {
        "meldingsnummer": notice.reference,
        "soort": notice.get_kind_display(),
        "reactie": absolute(notice.comment.get_absolute_url()),
        "waarom": notice.explanation,
        "naam": notice.notifier_name,
        "staat": notice.get_state_display(),
        "ontvangen_op": notice.received_at,
        "antwoord": notice.outcome,
    }


def _measure(measure: Measure) -> Data:
    return {
        "maatregel": measure.get_kind_display(),
        "waarom": measure.reason,
        "vanaf": measure.since,
        "tot": measure.until,
    }
