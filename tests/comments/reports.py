"""Reports of reactions, as readers make them."""

from typing import Any, Final

from comments.models import Comment, Notice

#: What els would read of a reaction that is reported by the law.
LAW: Final = {
    "category": "privacy",
    "explanation": "Hier staat het adres van mijn buurvrouw.",
    "law_text": "AVG, artikel 6",
    "urls": "https://voorbeeld.nl/reacties/1/",
    "name": "Bo de Wit",
    "email": "bo@voorbeeld.nl",
    "good_faith": "on",
}


def report(comment: Comment, email: str = "", **facts: Any) -> Notice:
    """A notice of this reaction, received; against the house rules unless `facts` say otherwise."""
    facts = {"kind": Notice.Kind.RULES, "house_rule": "hr-1", **facts}
    notice = Notice(comment=comment, notifier_email=email, **facts)
    notice.receive()
    return notice


def report_to_law(comment: Comment, category: str = "privacy", email: str = "") -> Notice:
    return report(comment, email, kind=Notice.Kind.LAW, house_rule="", category=category)


def by_rules(comment: Comment) -> str:
    return f"/reacties/{comment.pk}/melden/huisregels/"


def by_law(comment: Comment) -> str:
    return f"/reacties/{comment.pk}/melden/wet/"
