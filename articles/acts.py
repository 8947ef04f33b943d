"""What staff can do with an article besides editing it: the acts, and what each one asks."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from articles.models import Article
from articles.outlook import outlook, without_a_time
from articles.proofreading import proofread
from desk.acts import Act
from desk.moments import MomentField

type Data = dict[str, Any]


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("Toelichting (optioneel)"),
        required=False,
        max_length=2_000,
        help_text=_("Staat in de geschiedenis van het artikel."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PublishForm(forms.Form):
    use_required_attribute = False
    at = MomentField(
        label=_("Publiceren op"),
        required=False,
        help_text=_("Leeg: nu meteen. Tijd in Nederland (Europe/Amsterdam)."),
    )
    until = MomentField(
        label=_("Zichtbaar tot (optioneel)"),
        required=False,
        help_text=_("Leeg: het artikel blijft staan. Tijd in Nederland (Europe/Amsterdam)."),
    )

    def clean(self) -> Data:
        data: Data = super().clean() or {}
        until: datetime | None = data.get("until")
        now = timezone.now()
        if until and until <= max(data.get("at") or now, now):
            raise ValidationError({"until": _("Kies een tijd na de publicatie, of laat dit leeg.")})
        return data


class CorrectionForm(forms.Form):
    use_required_attribute = False
    text = forms.CharField(
        label=_("Correctie"),
        max_length=2_000,
        help_text=_("Wat stond er, en wat klopt er wel? Lezers zien deze tekst, met de datum."),
        error_messages={"required": _("Schrijf wat er stond en wat er wel klopt.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )


# --- What the page of an act tells ----------------------------------------------------------------


def findings(article: Article) -> Data:
    found = proofread(article)
    return {
        "blocking": [one for one in found if one.blocks],
        "advice": [one for one in found if not one.blocks],
    }


def before_publishing(article: Article) -> Data:
    return {**findings(article), "outlook": outlook(article), "blank": without_a_time(article)}


def plan(article: Article) -> Data:
    """What the form says of an article that has a plan; it asks for no date that lies behind us."""
    came = article.published_at
    return {
        "at": came if came and came > timezone.now() else None,
        "until": article.expires_at,
    }


# --- Acts -----------------------------------------------------------------------------------------


def submit(article: Article, by: User, data: Data) -> None:
    article.submit(by, data["note"])


def send_back(article: Article, by: User, data: Data) -> None:
    article.send_back(by, data["note"])


def publish(article: Article, by: User, data: Data) -> None:
    article.publish(data["at"], by, data["until"])


def reschedule(article: Article, by: User, data: Data) -> None:
    article.reschedule(by, data["at"], data["until"])


def correct(article: Article, by: User, data: Data) -> None:
    article.correct(by, data["text"])


def withdraw(article: Article, by: User, data: Data) -> None:
    article.withdraw(by, data["note"])


def revise(article: Article, by: User, data: Data) -> None:
    article.revise(by)


def feature(article: Article, by: User, data: Data) -> None:
    article.feature(by)


def unfeature(article: Article, by: User, data: Data) -> None:
    article.unfeature(by)


WRITE = "articles.change_article"
PUBLISH = "articles.publish_article"

ARTICLE_ACTS = (
    Act(
        "insturen",
        _("Ter beoordeling geven"),
        WRITE,
        submit,
        applies=lambda article: article.state in Article.SUBMITTABLE,
        form=NoteForm,
        about=findings,
        template="admin/articles/article/submit.html",
    ),
    Act(
        "teruggeven",
        _("Teruggeven"),
        WRITE,
        send_back,
        applies=lambda article: article.state in Article.RETURNABLE,
        form=NoteForm,
    ),
    Act(
        "publiceren",
        _("Publiceren"),
        PUBLISH,
        publish,
        applies=lambda article: article.state != Article.State.PUBLISHED,
        form=PublishForm,
        about=before_publishing,
        afterwards=outlook,
        template="admin/articles/article/publish.html",
    ),
    Act(
        "planning",
        _("Planning wijzigen"),
        PUBLISH,
        reschedule,
        applies=lambda article: article.state == Article.State.PUBLISHED,
        form=PublishForm,
        initial=plan,
        about=before_publishing,
        afterwards=outlook,
        template="admin/articles/article/publish.html",
    ),
    Act(
        "corrigeren",
        _("Correctie plaatsen"),
        PUBLISH,
        correct,
        applies=lambda article: article.is_visible_at(timezone.now()),
        form=CorrectionForm,
    ),
    Act(
        "intrekken",
        _("Intrekken"),
        PUBLISH,
        withdraw,
        applies=lambda article: article.state in Article.WITHDRAWABLE,
        form=NoteForm,
        danger=True,
    ),
    Act(
        "herzien",
        _("Weer bewerken"),
        PUBLISH,
        revise,
        applies=lambda article: article.state in Article.REVISABLE,
    ),
    Act(
        "uitlichten",
        _("Uitlichten op de voorpagina"),
        PUBLISH,
        feature,
        applies=lambda article: article.is_visible_at(timezone.now()) and not article.featured_at,
    ),
    Act(
        "niet-uitlichten",
        _("Niet meer uitlichten"),
        PUBLISH,
        unfeature,
        applies=lambda article: article.featured_at is not None,
    ),
)
