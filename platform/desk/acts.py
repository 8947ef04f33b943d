"""Acts: what staff can do to a thing besides editing its fields.

An act (approve, close, publish) is declared once. It then has a button on the page of the thing, an
address of its own there, and an entry in the list's menu for many things at once. Each way ends in
the same call of the same verb, one thing at a time, so that each gets its own log row.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import batched
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import Action, ActionLocation, ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from django_stubs_ext import StrOrPromise

from accounts.models import User
from desk.counting import said
from desk.refused import Refused

#: Of how many things it is told one by one that the act could not be done.
MOST_TOLD: Final = 20
#: So many things are done in one request: it takes seconds, and never outlives its worker.
MOST_AT_ONCE: Final = 1_000
AT_A_TIME: Final = 50
#: So many are named before an act that asks something.
MOST_NAMED: Final = 20

MORE: Final = gettext_lazy(
    "Dit zijn de oudste %(n)s van de lijst; meer gaat er niet tegelijk. Doe het nog eens voor de "
    "volgende."
)

type Verb = Callable[[Any, User, dict[str, Any]], None]


@dataclass(frozen=True)
class Act:
    name: str  # in the address: /beheer/comments/comment/12/afwijzen/
    label: StrOrPromise
    permission: str  # "app.codename"
    verb: Verb
    applies: Callable[[Any], bool] = lambda _thing: True
    form: type[forms.Form] = forms.Form
    danger: bool = False
    initial: Callable[[Any], dict[str, Any]] = lambda _thing: {}  # what the form says at first
    about: Callable[[Any], dict[str, Any]] = lambda _thing: {}  # what the page tells beforehand
    afterwards: Callable[[Any], StrOrPromise] = lambda _thing: ""  # how it stands once it is done
    template: str = "admin/desk/act.html"
    bulk: bool = True  # whether it makes sense for many things at once
    key: str = ""  # the letter that does it, where a page has keys

    @property
    def asks(self) -> bool:
        """Whether there is something to fill in before the act is done."""
        return bool(self.form.base_fields)


@dataclass(frozen=True)
class Outcome:
    done: int
    refused: tuple[str, ...]
    pks: tuple[int, ...] = ()  # of the things that it was done to


def carry_out(act: Act, things: Iterable[Any], by: User, data: dict[str, Any]) -> Outcome:
    done, refused = [], []
    for thing in things:
        try:
            act.verb(thing, by, data)
            done.append(thing.pk)
        except Refused as refusal:
            refused.append(f"{thing}: {refusal}")
    return Outcome(len(done), tuple(refused), tuple(done))


def _a_few_at_a_time(found: QuerySet[Any], pks: list[int]) -> Iterator[Any]:
    """So that a thousand things are never in memory together."""
    for some in batched(pks, AT_A_TIME, strict=False):
        yield from found.filter(pk__in=some)


class ActsAdmin(ModelAdmin[Any]):
    acts: tuple[Act, ...] = ()
    change_form_template = "admin/desk/change_form.html"

    class Media:
        js = ("js/desk-words.js",)

    # --- One thing: a button, and a page where the act asks something ---------------------------

    def get_urls(self) -> list[URLPattern]:
        return [*(self._address(act) for act in self.acts), *super().get_urls()]

    def _address(self, act: Act) -> URLPattern:
        @require_http_methods(["GET", "HEAD", "POST"])
        def view(request: HttpRequest, object_id: str) -> HttpResponse:
            return self.act_view(request, act, object_id)

        name = f"{self.opts.app_label}_{self.opts.model_name}_{act.name}"
        return path(f"<path:object_id>/{act.name}/", self.admin_site.admin_view(view), name=name)

    def act_view(self, request: HttpRequest, act: Act, object_id: str) -> HttpResponse:
        thing = self.thing(request, act, object_id)
        data = request.POST if request.method == "POST" else None
        form = act.form(data, initial=act.initial(thing))
        if form.is_valid():
            seen = self.as_seen(request, [thing])
            outcome = carry_out(act, seen, self.user(request), form.cleaned_data)
            self.tell(request, act, outcome)
            if outcome.done and (sentence := act.afterwards(thing)):
                self.message_user(request, sentence, messages.INFO)
            return HttpResponseRedirect(self.after_act(request, thing))
        return self.ask(request, act, form, [thing])

    def thing(self, request: HttpRequest, act: Act, object_id: str) -> Any:
        """What the address names, for who may do this to it."""
        thing = self.get_object(request, object_id)
        if thing is None:
            raise Http404
        if not self.may(request, act) or not self.has_view_permission(request, thing):
            raise PermissionDenied
        return thing

    def after_act(self, request: HttpRequest, thing: Model) -> str:
        return self.back(request) or self._page_of(thing)

    def _page_of(self, thing: Model) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return reverse(name, args=[thing.pk])

    def back(self, request: HttpRequest) -> str:
        """Where staff came from, if that is a page of this site: the page of an article, say."""
        back = request.POST.get("next") or request.GET.get("next") or ""
        return back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else ""

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        context["acts"] = self.acts_for(request, obj) if obj else []
        return super().render_change_form(
            request, context, add=add, change=change, form_url=form_url, obj=obj
        )

    def acts_for(self, request: HttpRequest, thing: Any) -> list[Act]:
        return [act for act in self.acts if act.applies(thing) and self.may(request, act)]

    # --- Many things: the list's menu -----------------------------------------------------------

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        actions = super().get_actions(request, action_location)
        if action_location == ActionLocation.CHANGE_LIST:
            ours = (act for act in self.acts if act.bulk and self.may(request, act))
            actions |= {act.name: self._menu_entry(act) for act in ours}
        return actions

    def _menu_entry(self, act: Act) -> Action:
        locations = [ActionLocation.CHANGE_LIST]
        label = str(act.label)
        return Action(self._in_bulk(act), act.name, label, label, locations)

    def _in_bulk(self, act: Act) -> Callable[..., HttpResponse | None]:
        def action(
            _admin: ModelAdmin[Any], request: HttpRequest, chosen: QuerySet[Any]
        ) -> HttpResponse | None:
            oldest = chosen.order_by("pk")
            pks = list(oldest.values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
            if not pks:
                self.message_user(request, _("Vink eerst iets aan."), messages.WARNING)
                return None
            form = act.form(request.POST if "confirmed" in request.POST or not act.asks else None)
            if not form.is_valid():
                return self.ask(request, act, form, list(oldest[:MOST_NAMED]), len(pks))
            things = self.as_seen(request, _a_few_at_a_time(oldest, pks[:MOST_AT_ONCE]))
            self.tell(request, act, carry_out(act, things, self.user(request), form.cleaned_data))
            if len(pks) > MOST_AT_ONCE:
                self.message_user(request, MORE % {"n": said(MOST_AT_ONCE)}, messages.INFO)
            return None

        return action

    # --- Both -----------------------------------------------------------------------------------

    def as_seen(self, request: HttpRequest, things: Iterable[Any]) -> Iterable[Any]:
        """The things as they were on the page that was acted from, if that page said so."""
        return things

    def seen(self, request: HttpRequest, things: list[Any]) -> list[str]:
        """What a form is to say of that."""
        return []

    def tags(self, request: HttpRequest, outcome: Outcome) -> str:
        """For the message that something was done: what its template may want to know."""
        return ""

    def may(self, request: HttpRequest, act: Act) -> bool:
        return self.user(request).has_perm(act.permission)

    def user(self, request: HttpRequest) -> User:
        assert isinstance(request.user, User)  # noqa: S101 - admin_view lets nobody else in
        return request.user

    def ask(
        self,
        request: HttpRequest,
        act: Act,
        form: forms.Form,
        things: list[Any],
        many: int = 1,
    ) -> HttpResponse:
        """`things`: the first of so many."""
        context = {
            **self.admin_site.each_context(request),
            **(act.about(things[0]) if len(things) == 1 else {}),
            "title": act.label,
            "act": act,
            "form": form,
            "things": things,
            "many": min(many, MOST_AT_ONCE),
            "opts": self.opts,
            "original": things[0] if len(things) == 1 else None,
            "bulk": request.POST if "action" in request.POST else None,
            "seen": self.seen(request, things),
            "selected": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "back": self.back(request),
            "cancel": self._page_of(things[0]) if things else "",
            "media": self.media + form.media,
        }
        status = 422 if form.errors else 200
        return TemplateResponse(request, act.template, context, status=status)

    def tell(self, request: HttpRequest, act: Act, outcome: Outcome) -> None:
        if outcome.done:
            text = ngettext("%(act)s: 1 gedaan.", "%(act)s: %(n)s gedaan.", outcome.done)
            sentence, tags = (
                text % {"act": act.label, "n": outcome.done},
                self.tags(request, outcome),
            )
            self.message_user(request, sentence, messages.SUCCESS, tags)
        for sentence in outcome.refused[:MOST_TOLD]:
            self.message_user(request, sentence, messages.WARNING)
        if more := len(outcome.refused[MOST_TOLD:]):
            text = ngettext("En nog %(n)s andere niet.", "En nog %(n)s andere niet.", more)
            self.message_user(request, text % {"n": more}, messages.WARNING)
