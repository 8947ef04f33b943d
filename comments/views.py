from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Final

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.models import User
from articles.models import Article
from comments.audience import barred
from comments.forms import ReactionForm, with_quote
from comments.judging.hearing import hear
from comments.judging.ruling import Ruling
from comments.judging.visit import visit_of
from comments.judging.wording import for_writer, wait_of
from comments.mine.forms import LinkForm
from comments.models import Comment, Discussion, Policy
from comments.models.discussion import Closed, ParentGone, Repeated
from comments.outcomes import MAIL_ADDRESS, MAIL_FOLLOW, Outcome, outcome_of
from comments.standing import standing_of
from comments.thread import badge_of
from delivery.compiled import Compiled
from delivery.errors import Absent
from pages.models import RulesVersion


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def react(request: HttpRequest, slug: str) -> HttpResponse:
    discussion = _discussion_under(slug)
    if not discussion.is_open_at(timezone.now(), discussion.policy):
        return _closed(request, discussion)
    if request.method == "POST":
        return _receive(request, discussion)
    parent = _parent(request, discussion)
    if parent is None and "op" in request.GET:
        raise Absent(_("De reactie waarop u reageert, bestaat niet meer."))
    return _ask(request, discussion, parent, _form(request, discussion, parent))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def react_again(request: HttpRequest, slug: str) -> HttpResponse:
    """The same form with a fresh token, and what was typed: for a token that was not accepted."""
    discussion = _discussion_under(slug)
    if not discussion.is_open_now():
        return _closed(request, discussion)
    parent = _parent(request, discussion)
    form = _form(request, discussion, parent)
    form.add_error(
        None, _("Dit formulier is verlopen. Controleer uw tekst en plaats uw reactie opnieuw.")
    )
    return _ask(request, discussion, parent, form, HTTPStatus.FORBIDDEN)


def _receive(request: HttpRequest, discussion: Discussion) -> HttpResponse:
    parent = _parent(request, discussion)
    form = _form(request, discussion, parent)
    if parent is None and "op" in request.GET:
        form.add_error(None, _parent_gone())
    if parent and "citeer" in request.POST:
        return _ask(request, discussion, parent, _quoting(request, discussion, parent))
    if form.is_valid() and "voorbeeld" in request.POST:
        shown = form.reaction(discussion, parent, _speaks_as(request, discussion))
        return _ask(request, discussion, parent, form, preview=shown)
    if form.is_valid():
        comment = form.reaction(discussion, parent, _speaks_as(request, discussion))
        ruling = _heard(request, form, comment)
        if ruling.at_the_door:
            return _turn_away(request, discussion, parent, form, ruling)
        try:
            discussion.post(
                comment,
                ruling=ruling,
                policy=discussion.policy,
                follow=lambda: form.follow_up(comment, standing_of(request)),
            )
        except Closed:
            return _closed(request, discussion)
        except ParentGone:
            parent = None
            form.add_error(None, _parent_gone())
        except Repeated:
            form.add_error(None, _("U hebt deze reactie al geplaatst."))
        else:
            return _thank(request, comment, _told(request, form, comment, ruling))
    return _ask(request, discussion, parent, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _heard(request: HttpRequest, form: ReactionForm, comment: Comment) -> Ruling:
    """Staff answer for themselves."""
    if comment.user:
        return Ruling()
    now = timezone.now()
    return hear(comment, visit_of(request, form, now), now, comment.discussion.policy)


def _told(request: HttpRequest, form: ReactionForm, comment: Comment, ruling: Ruling) -> Outcome:
    """And what the mailbox is asked; the same whether it was confirmed elsewhere or not."""
    outcome = outcome_of(comment, ruling)
    writer = standing_of(request)
    if comment.user or outcome.is_refused or (writer and writer.email == comment.email):
        return outcome
    return replace(outcome, mail=MAIL_FOLLOW if form.cleaned_data["follow"] else MAIL_ADDRESS)


def _turn_away(
    request: HttpRequest,
    discussion: Discussion,
    parent: Comment | None,
    form: ReactionForm,
    ruling: Ruling,
) -> HttpResponse:
    """Nothing is stored, and what was typed stays on the screen."""
    for finding in ruling.at_the_door:
        form.add_error(None, for_writer(finding))
    wait = wait_of(ruling)
    status = HTTPStatus.TOO_MANY_REQUESTS if wait else HTTPStatus.UNPROCESSABLE_ENTITY
    answer = _ask(request, discussion, parent, form, status)
    if wait:
        answer.headers["Retry-After"] = str(wait)
    return answer


def _parent_gone() -> str:
    return _(
        "De reactie waarop u reageert, bestaat niet meer. "
        "U kunt uw tekst nog wel als nieuwe reactie plaatsen."
    )


def _discussion_under(slug: str) -> Discussion:
    article = next(iter(WITH_DISCUSSION.objects(slug, timezone.now())), None)
    if article is None:
        raise Http404
    discussion = getattr(article, "discussion", None) or Discussion(article=article)
    if discussion.is_hidden:
        raise Absent(_("Bij dit artikel is geen discussie."))
    return discussion


def _with_discussion(slug: str, now: datetime) -> QuerySet[Article]:
    return Article.objects.visible(now).filter(slug=slug).select_related("discussion")


WITH_DISCUSSION: Final = Compiled(_with_discussion)


def _parent(request: HttpRequest, discussion: Discussion) -> Comment | None:
    """The reaction that `?op=` names, where readers can see such a reaction here."""
    number = request.GET.get("op", "")
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        return None
    return Comment.objects.published().filter(discussion=discussion.pk, number=number).first()


def _form(
    request: HttpRequest,
    discussion: Discussion,
    parent: Comment | None,
    initial: dict[str, str] | None = None,
) -> ReactionForm:
    # Several forms can be open on one page: each has ids of its own.
    auto_id = f"op-{parent.number}-%s" if parent else "reactie-%s"
    data = request.POST if request.method == "POST" and not initial else None
    form = ReactionForm(data, auto_id=auto_id, initial=initial or _known_of(request))
    if _speaks_as(request, discussion):
        return form.for_staff()
    policy = discussion.policy
    form.guard(f"reaction:{discussion.pk}", policy.form_hours, with_proof=policy.proof_of_work)
    return form


def _quoting(request: HttpRequest, discussion: Discussion, parent: Comment) -> ReactionForm:
    """The form as it was, with the words that are answered before what was typed."""
    typed = request.POST.dict()
    body = with_quote(parent.body, typed.get("body", ""))
    form = _form(request, discussion, parent, {**typed, "body": body})
    form.fields["body"].widget.attrs["autofocus"] = True
    return form


def _known_of(request: HttpRequest) -> dict[str, str]:
    """Of who asked this device to know them: asking again would be too much (WCAG 3.3.7)."""
    writer = standing_of(request)
    last = Comment.objects.by_readers([writer.email]).order_by("-pk").first() if writer else None
    if not writer or not last:
        return {"email": writer.email} if writer else {}
    return {"email": writer.email, "name": last.name, "affiliation": last.affiliation}


def _speaks_as(request: HttpRequest, discussion: Discussion) -> User | None:
    """The member of staff who reacts under their own name, with a badge and without waiting."""
    user = request.user
    if not isinstance(user, User):
        return None
    is_author = user.pk in discussion.article.author_user_ids()
    return user if is_author or user.has_perm("comments.moderate_comment") else None


def _badge(discussion: Discussion, user: User | None) -> str:
    return badge_of(user.pk, discussion.article.author_user_ids()) if user else ""


def _ask(
    request: HttpRequest,
    discussion: Discussion,
    parent: Comment | None,
    form: ReactionForm,
    status: int = HTTPStatus.OK,
    preview: Comment | None = None,
) -> HttpResponse:
    policy, speaks_as = discussion.policy, _speaks_as(request, discussion)
    kept_for = "" if speaks_as else barred(policy, known=standing_of(request) is not None)
    if kept_for and request.method != "POST":
        return _bar(request, discussion, form, kept_for)
    if preview:
        preview.body_html = preview.written(preview.body)
    rules = RulesVersion.objects.visible().first()
    context = {
        **_about_form(discussion, form, kept_for),
        "parent": parent,
        "speaks_as": speaks_as,
        "badge": _badge(discussion, speaks_as),
        "rules": rules.content["rules"] if rules else [],
        "is_read_first": discussion.is_read_first(policy),
        "preview": preview,
    }
    return _page_or_part(request, "form", context, status)


def _bar(
    request: HttpRequest, discussion: Discussion, form: ReactionForm, kept_for: str
) -> HttpResponse:
    """For whom reacting is, before anybody writes a whole reaction."""
    status = HTTPStatus.FORBIDDEN if kept_for == Policy.Audience.STAFF else HTTPStatus.OK
    return _page_or_part(request, "barred", _about_form(discussion, form, kept_for), status)


def _about_form(discussion: Discussion, form: ReactionForm, kept_for: str) -> dict[str, object]:
    return {
        "discussion": discussion,
        "article": discussion.article,
        "form": form,
        "kept_for": kept_for,
        "link_form": LinkForm(auto_id=f"adres-{form.auto_id}"),
    }


def _closed(request: HttpRequest, discussion: Discussion) -> HttpResponse:
    context = {
        "discussion": discussion,
        "article": discussion.article,
        "typed": request.POST.get("body", ""),
    }
    return _page_or_part(request, "closed", context, HTTPStatus.FORBIDDEN)


def _thank(request: HttpRequest, comment: Comment, outcome: Outcome) -> HttpResponse:
    article = comment.discussion.article
    place = comment.page_address() if outcome.is_published else article.get_absolute_url()
    address = outcome.address(place)
    if _in_place(request):
        context = {"outcome": outcome, "address": address, "in_place": True}
        return render(request, "comments/partials/outcome.html", context)
    return redirect(address)


def _page_or_part(
    request: HttpRequest, name: str, context: Mapping[str, object], status: int
) -> HttpResponse:
    """The whole page, or for htmx only the part that takes its place in the page on screen."""
    in_place = _in_place(request)
    template = f"comments/partials/{name}.html" if in_place else f"comments/{name}.html"
    return render(request, template, {**context, "in_place": in_place}, status=status)


def _in_place(request: HttpRequest) -> bool:
    return bool(request.htmx)  # type: ignore[attr-defined]
