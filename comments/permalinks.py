"""The address of a reaction, for ever: it leads to the page and the place where it stands now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from articles.models import Article
from comments.models import Comment, Discussion
from comments.models.placing import DIGITS
from delivery.errors import gone


@require_safe
def permalink(request: HttpRequest, pk: int) -> HttpResponse:
    shown = Comment.objects.on_shown_pages().select_related("discussion__article")
    comment = get_object_or_404(shown, pk=pk)
    place = comment.path if comment.state == Comment.State.PUBLISHED else _first_below(comment)
    if place is None:
        return gone(request)
    return redirect(_address(comment.discussion, place, comment.anchor))


@require_safe
def newer(request: HttpRequest, slug: str) -> HttpResponse:
    """To the first reaction that came after the one with the number `?na=`."""
    shown = Discussion.objects.shown().select_related("article")
    discussion = get_object_or_404(shown, article__in=Article.objects.visible().filter(slug=slug))
    asked = request.GET.get("na", "")
    after = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= DIGITS else 0
    comment = discussion.comments.published().filter(number__gt=after).order_by("number").first()
    if comment is None:
        return redirect(discussion)
    return redirect(_address(discussion, comment.path, comment.anchor))


def _address(discussion: Discussion, place: str, anchor: str) -> str:
    return f"{discussion.page_address(discussion.page_of(place))}#{anchor}"


def _first_below(comment: Comment) -> str | None:
    """Where the first answer that readers can see stands: the place of what was taken away is
    shown above it.
    """
    below = comment.discussion.comments.published().below(comment.path)
    return below.values_list("path", flat=True).first()
