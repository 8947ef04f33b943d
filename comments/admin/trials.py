"""Proefdraaien, from the form of a setting: the same fields, another button, nothing saved."""

from dataclasses import dataclass
from typing import Any, Final

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django_stubs_ext import StrOrPromise

from comments.judging.ruling import Verdict
from comments.judging.trial import Change, Setting, Trial, try_out
from comments.judging.wording import reasons_of
from comments.models import Comment, Policy, WordRule

SHOWN: Final = 100
LABELS: Final = {
    Verdict.PUBLISH: _("meteen plaatsen"),
    Verdict.HOLD: _("eerst lezen"),
    Verdict.REFUSE: _("weigeren"),
}
#: Buttons and tokens are not what was filled in.
NOT_FILLED_IN: Final = {"csrfmiddlewaretoken", "_save", "_continue", "_addanother"}


@dataclass(frozen=True)
class Line:
    """A reaction that another setting judges otherwise, as the page shows it."""

    comment: Comment
    url: str
    before: StrOrPromise
    after: StrOrPromise
    reasons: list[str]


class TrialAdmin(admin.ModelAdmin[Any]):
    """For a model of which `proposed` says what it would make of the setting."""

    change_form_template = "admin/comments/setting.html"

    def proposed(self, thing: Any) -> Setting:
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view(require_POST(self.trial_view))
        return [
            path("add/proefdraaien/", view, name=f"{name}_add_trial"),
            path("<int:object_id>/proefdraaien/", view, name=f"{name}_trial"),
            *super().get_urls(),
        ]

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        context["trial_url"] = self._address("trial", obj)
        return super().render_change_form(
            request, context, add=add, change=change, form_url=form_url, obj=obj
        )

    def trial_view(self, request: HttpRequest, object_id: int | None = None) -> HttpResponse:
        thing = self._thing(request, object_id)
        form = self.get_form(request, thing, change=thing is not None)(request.POST, instance=thing)
        if not form.is_valid():
            # Django's own page with its own errors; what is not valid is not saved there.
            return self.changeform_view(request, str(object_id) if object_id else None)
        trial = try_out(current(), self.proposed(form.save(commit=False)))
        return TemplateResponse(
            request, "admin/comments/trial.html", self._context(request, thing, trial)
        )

    def _thing(self, request: HttpRequest, object_id: int | None) -> Any:
        if object_id is None:
            if not self.has_add_permission(request):
                raise PermissionDenied
            return None
        thing = self.get_object(request, str(object_id))
        if thing is None:
            raise Http404
        if not self.has_change_permission(request, thing):
            raise PermissionDenied
        return thing

    def _context(self, request: HttpRequest, thing: Any, trial: Trial) -> dict[str, Any]:
        filled = [
            (name, value)
            for name, values in request.POST.lists()
            if name not in NOT_FILLED_IN
            for value in values
        ]
        return {
            **self.admin_site.each_context(request),
            "title": _("Proefdraaien"),
            "opts": self.opts,
            "original": thing,
            "trial": trial,
            "moves": [(LABELS[old], LABELS[new], n) for old, new, n in trial.moves()],
            "same": [(LABELS[one], many) for one, many in sorted(trial.same.items())],
            "lines": [line_of(change) for change in trial.changes[:SHOWN]],
            "more": max(len(trial.changes) - SHOWN, 0),
            "filled": filled,
            "save_url": self._address("change", thing),
        }

    def _address(self, page: str, thing: Any) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        if thing is not None:
            return reverse(f"{name}_{page}", args=[thing.pk])
        return reverse(f"{name}_add" if page == "change" else f"{name}_add_{page}")


def current() -> Setting:
    return Setting(Policy.get_solo(), WordRule.objects.in_force())


def line_of(change: Change) -> Line:
    """With the reasons of the stricter of the two: what is new, or what no longer counts."""
    stricter = max(change.before, change.after, key=lambda ruling: ruling.verdict)
    url = reverse("admin:comments_comment_change", args=[change.comment.pk])
    before, after = LABELS[change.before.verdict], LABELS[change.after.verdict]
    return Line(change.comment, url, before, after, reasons_of(stricter))
