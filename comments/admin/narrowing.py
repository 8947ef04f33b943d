"""Which reactions the desk lists: a queue, narrowed to what a moderator looks after or looks for.

All of it stands in the address, so that a queue of one's own is a bookmark.
"""

from datetime import date, datetime, timedelta
from typing import Any, Final

from django import forms
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Topic
from comments.models import Comment
from comments.models.queues import EVERYTHING, REPORTED, UNREAD, WAITING
from desk.acts import MOST_AT_ONCE
from desk.counting import said

#: The tabs, in the order in which they ask attention.
QUEUES: Final = {
    WAITING: _("Wachten"),
    REPORTED: _("Gemeld"),
    UNREAD: _("Nog niet gelezen"),
    Comment.State.REFUSED.value: _("Afgewezen"),
    Comment.State.SPAM.value: _("Spam"),
    EVERYTHING: _("Alle"),
}
#: Where the oldest comes first: what is to be done. Elsewhere it is the newest.
OLDEST_FIRST: Final = (WAITING, REPORTED, UNREAD)
DAY: Final = "%Y-%m-%d"
MOST_CHOSEN: Final = 200


class DayField(forms.DateField):
    widget = forms.DateInput(format=DAY, attrs={"type": "date"})

    def __init__(self, label: Any) -> None:
        super().__init__(label=label, required=False, input_formats=[DAY])


class NumbersField(forms.CharField):
    """“3,14,15”: articles that somebody looks after."""

    def clean(self, value: Any) -> list[int]:
        parts = str(value or "").split(",")[:MOST_CHOSEN]
        return [int(one) for one in parts if one.isascii() and one.isdecimal() and len(one) < 18]


class NarrowForm(forms.Form):
    """What means nothing narrows nothing."""

    staat = forms.ChoiceField(
        label=_("Staat"),
        required=False,
        choices=[
            *QUEUES.items(),
            *((one.value, one.label) for one in Comment.State if one.value not in QUEUES),
        ],
    )
    onderwerp: Any = forms.ModelChoiceField(
        label=_("Onderwerp"),
        queryset=Topic.objects.order_by("name"),
        required=False,
        empty_label=_("alle onderwerpen"),
    )
    van = DayField(_("Geschreven vanaf"))
    tot = DayField(_("Tot en met"))
    artikel = NumbersField(required=False, widget=forms.HiddenInput)
    schrijver = NumbersField(required=False, widget=forms.HiddenInput)

    def chosen(self) -> dict[str, Any]:
        """What of it can be used; the rest has its error in the form."""
        self.is_valid()
        return self.cleaned_data


OWN: Final = frozenset(NarrowForm.base_fields)


def narrowed(found: Any, chosen: dict[str, Any]) -> Any:
    """`found` narrowed to all that was chosen, but for the queue."""
    if articles := chosen.get("artikel"):
        found = found.under(articles)
    if topic := chosen.get("onderwerp"):
        found = found.about([topic.pk])
    if writers := chosen.get("schrijver"):
        found = found.by_writer_of(writers[0])
    return found.written_between(_midnight(chosen.get("van")), _midnight(chosen.get("tot"), 1))


def _midnight(day: date | None, days: int = 0) -> datetime | None:
    """The beginning of that day, or of one so many days later, on the Dutch clock."""
    if day is None or day.year < 1900 or day.year > 9000:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=days), datetime.min.time()))


class QueueList(ChangeList):
    """The list of one queue; it keeps what the tabs need to count the others."""

    most_at_once = MOST_AT_ONCE

    def __init__(self, request: HttpRequest, *args: Any, **options: Any) -> None:
        self.form = NarrowForm({"staat": WAITING, **request.GET.dict()})
        self.chosen = self.form.chosen()
        self.queue: str = request.GET.get("staat") or WAITING
        super().__init__(request, *args, **options)

    def get_filters_params(self, params: Any = None) -> Any:
        asked = super().get_filters_params(params)
        return {name: value for name, value in asked.items() if name not in OWN}

    def get_queryset(
        self, request: HttpRequest, exclude_parameters: Any = None
    ) -> QuerySet[Comment]:
        self.narrowed: Any = narrowed(
            super().get_queryset(request, exclude_parameters), self.chosen
        )
        # What was ticked may have left the queue since: then whoever ticked it is told.
        ticked = request.method == "POST" and request.POST.get("select_across") != "1"
        found = self.narrowed if ticked else self._mentioning()
        if "o" in request.GET or self.queue in OLDEST_FIRST:
            return found  # type: ignore[no-any-return]
        return found.order_by("-created_at", "-pk")  # type: ignore[no-any-return]

    @property
    def listed(self) -> Any:
        """The queue, before anything is looked for in it."""
        return self.narrowed.in_queue(self.queue)

    @cached_property
    def looked_through_since(self) -> datetime | None:
        """After when what it lists is looked through, where something is looked for."""
        at: datetime | None = self.listed.looked_through_since() if self.query else None
        return at

    def _mentioning(self) -> Any:
        if not self.query:
            return self.listed
        return self.listed.mentioning(self.query, self.looked_through_since)

    def get_results(self, request: HttpRequest) -> None:
        """A page that is not there (any more: its reactions were judged) is the first page."""
        try:
            super().get_results(request)
        except IncorrectLookupParameters:
            self.page_num = 1
            super().get_results(request)

    @cached_property
    def tally(self) -> dict[str, Any]:
        """While something is looked for, of this queue only: each costs a search of its own."""
        if self.query:
            return {self.queue: self.result_count}
        counted: dict[str, Any] = self.narrowed.tally(QUEUES)
        return counted

    def tabs(self) -> list[dict[str, Any]]:
        return [
            {
                "label": label,
                "number": self.tally.get(name),
                "said": said(self.tally[name]) if name in self.tally else "",
                "url": self.get_query_string({"staat": name}, remove=["p", "e"]),
                "here": name == self.queue,
            }
            for name, label in QUEUES.items()
        ]

    def oldest(self) -> datetime | None:
        """Since when the oldest of what waits is waiting."""
        at: datetime | None = self.tally.get("oldest")
        return at

    def chips(self) -> list[dict[str, Any]]:
        """What it is narrowed to besides what the form shows, each with the way out of it."""
        found = []
        if pks := self.chosen.get("artikel"):
            titles = Article.objects.filter(pk__in=pks).values_list("title", flat=True)
            found.append({"label": _("alleen bij"), "what": ", ".join(titles), "name": "artikel"})
        if pks := self.chosen.get("schrijver"):
            names = Comment.objects.filter(pk=pks[0]).values_list("name", flat=True)
            found.append({"label": _("alleen van"), "what": ", ".join(names), "name": "schrijver"})
        return [
            {**one, "url": self.get_query_string(remove=[str(one["name"]), "p"])} for one in found
        ]
