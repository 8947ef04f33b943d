"""Taking back what was just decided, and the list of what one decided last."""

import re
from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from comments.acts.reactions import MODERATE
from comments.models import Decision
from desk.acts import ActsAdmin, Outcome
from desk.refused import Refused

#: Decisions by number, as they stand in a form: “12-1011,1013”.
RANGES: Final = re.compile(r"\d{1,18}(?:-\d{1,18})?(?:,\d{1,18}(?:-\d{1,18})?)*", re.ASCII)
MOST: Final = 20_000
LATEST: Final = 50


def as_ranges(numbers: Iterable[int]) -> str:
    """As short as can be: what is done at once has numbers in a row."""
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)


def from_ranges(text: str) -> list[int]:
    """Raises ValueError for what are no ranges, or too many numbers."""
    if not RANGES.fullmatch(text):
        raise ValueError(text)
    numbers: list[int] = []
    for part in text.split(","):
        first, _dash, last = part.partition("-")
        span = range(int(first), int(last or first) + 1)
        if len(numbers) + len(span) > MOST:
            raise ValueError(text)
        numbers += span
    return numbers


class DecisionsField(forms.CharField):
    def clean(self, value: Any) -> list[int]:
        try:
            return from_ranges(super().clean(value))
        except (ValueError, OverflowError) as wrong:
            raise ValidationError(_("Dit zijn geen besluiten."), code="ranges") from wrong


class UndoForm(forms.Form):
    besluiten = DecisionsField()


class UndoAdmin(ActsAdmin):
    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path(
                "ongedaan-maken/", wrap(require_POST(self.undo_view)), name="comments_comment_undo"
            ),
            path(
                "mijn-besluiten/",
                wrap(require_safe(self.latest_view)),
                name="comments_comment_latest",
            ),
            *super().get_urls(),
        ]

    def tags(self, request: HttpRequest, outcome: Outcome) -> str:
        """The decisions that were made, so that the message has a button that takes them back."""
        made = Decision.objects.newest_about(outcome.pks).undoable().filter(by=self.user(request))
        return as_ranges(made.values_list("pk", flat=True))

    def undo_view(self, request: HttpRequest) -> HttpResponse:
        self._moderators_only(request)
        form = UndoForm(request.POST)
        if not form.is_valid():
            raise Http404
        mine = Decision.objects.filter(pk__in=form.cleaned_data["besluiten"], by=self.user(request))
        self._tell_undone(request, mine.exclude(comment=None).select_related("comment"))
        latest = reverse("admin:comments_comment_latest")
        return HttpResponseRedirect(self.back(request) or latest)

    def _tell_undone(self, request: HttpRequest, decisions: Iterable[Decision]) -> None:
        done = 0
        for decision in decisions:
            assert decision.comment  # noqa: S101 - only such were asked for
            try:
                decision.comment.as_seen(decision.pk).undo(self.user(request))
                done += 1
            except Refused as refusal:
                sentence = f"{decision.comment}: {refusal}"
                self.message_user(request, sentence, messages.WARNING)
        if done:
            text = ngettext(
                "1 besluit ongedaan gemaakt.", "%(n)s besluiten ongedaan gemaakt.", done
            )
            self.message_user(request, text % {"n": done}, messages.SUCCESS)

    def latest_view(self, request: HttpRequest) -> HttpResponse:
        self._moderators_only(request)
        of_reactions = Decision.objects.select_related("comment__discussion__article")
        latest = list(of_reactions.latest_of(self.user(request), LATEST))
        stand = Decision.objects.newest_about([one.comment_id or 0 for one in latest]).undoable()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Mijn laatste besluiten"),
            "opts": self.opts,
            "decisions": latest,
            "undoable": set(stand.values_list("pk", flat=True)),
        }
        return TemplateResponse(request, "admin/comments/comment/latest.html", context)

    def _moderators_only(self, request: HttpRequest) -> None:
        if not self.user(request).has_perm(MODERATE):
            raise PermissionDenied
