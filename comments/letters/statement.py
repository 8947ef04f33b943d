"""The statement of reasons (DSA art. 17): what was decided, on what grounds, what can be done."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from comments.judging.ruling import OF_EVERYBODY, Verdict
from comments.links import absolute
from comments.models import Decision
from comments.models.decision import Reason, Verb
from pages.models import HouseRules, RulesVersion

#: How long a writer can object: at least six months (art. 20(1)).
REDRESS: Final = timedelta(days=184)

WHY: Final = {
    Reason.HOUSE_RULES: _("Uw reactie past niet bij de huisregels."),
    Reason.OFF_TOPIC: _("Uw reactie gaat niet over het onderwerp."),
    Reason.OFFENSIVE: _("Uw reactie is beledigend of kwetsend."),
    Reason.ADVERTISING: _("Uw reactie is reclame."),
    Reason.PERSONAL_DATA: _("In uw reactie staan persoonsgegevens van iemand anders."),
    Reason.LEGAL: _("Uw reactie is volgens ons in strijd met de wet."),
}


@dataclass(frozen=True)
class Rule:
    title: str
    url: str


@dataclass(frozen=True)
class Statement:
    """Each field is one element of art. 17(3)."""

    number: int
    since: datetime
    why: str
    note: str
    after_notice: bool
    found_by_machine: bool
    decided_by_machine: bool
    rule: Rule | None
    redress_until: datetime
    redress_url: str


def statement_of(decision: Decision) -> Statement:
    comment = decision.comment
    assert comment is not None  # noqa: S101 - there is only one about a reaction
    return Statement(
        number=decision.pk,
        since=decision.at,
        why=str(WHY[Reason(decision.reason)]) if decision.reason else "",
        note=decision.text,
        after_notice=comment.notices.filter(received_at__lte=decision.at).exists(),
        found_by_machine=_was_found(decision),
        decided_by_machine=decision.by_id is None,
        rule=rule_of(decision),
        redress_until=decision.at + REDRESS,
        redress_url=absolute(reverse("pages:contact")),
    )


def _was_found(decision: Decision) -> bool:
    """Whether the rules picked it out before somebody decided. Where all reactions are read first,
    reading one is not picking it out.
    """
    judged = Decision.objects.filter(comment=decision.comment, verb=Verb.JUDGE, pk__lt=decision.pk)
    findings: Any = (one for each in judged for one in each.evidence.get("findings", ()))
    return any(_picks_out(finding) for finding in findings)


def _picks_out(finding: dict[str, Any]) -> bool:
    is_remark = finding["verdict"] == Verdict.PUBLISH.name.lower()
    return not is_remark and finding["code"] not in OF_EVERYBODY


def rule_of(decision: Decision) -> Rule | None:
    """The house rule in the words that held then, and where readers find it."""
    versions = RulesVersion.objects.visible()
    if decision.rules_version:
        versions = versions.filter(number=decision.rules_version)
    version = versions.first() if decision.house_rule else None
    for rule in version.content["rules"] if version else ():
        if rule["code"] == decision.house_rule:
            url = absolute(f"{reverse(f'pages:{HouseRules.SLUG}')}#{rule['code']}")
            return Rule(str(rule["title"]), url)
    return None
