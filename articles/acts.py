"""What staff can do with an article besides editing it: the acts, and what each one asks."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from articles.models import Article
from desk.acts import Act

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
    at = forms.SplitDateTimeField(
        label=_("Publiceren op"),
        required=False,
        widget=AdminSplitDateTime,
        help_text=_("Leeg: nu meteen. Tijd in Nederland (Europe/Amsterdam)."),
    )
    until = forms.SplitDateTimeField(
        label=_("Zichtbaar tot (optioneel)"),
        required=False,
        widget=AdminSplitDateTime,
        help_text=_("Leeg: het artikel blijft staan. Tijd in Nederland (Europe/Amsterdam)."),
    )

    def clean(self) -> Data:
        data: Data = super().clean() or {}
        until: datetime | None = data.get("until")
        if until and until <= (data.get("at") or timezone.now()):
            raise ValidationError({"until": _("Kies een tijd na de publicatie, of laat dit leeg.")})
        return data


def submit(article: Article, by: User, data: Data) -> None:
    article.submit(by, data["note"])


def send_back(article: Article, by: User, data: Data) -> None:
    article.send_back(by, data["note"])


def publish(article: Article, by: User, data: Data) -> None:
    article.publish(data["at"], by, data["until"])


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
