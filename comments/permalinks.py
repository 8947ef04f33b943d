"""The address of a reaction, for ever: it leads to the page and the place where it stands now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from comments.models import Comment
from delivery.errors import gone


@require_safe
def permalink(request: HttpRequest, pk: int) -> HttpResponse:
    shown = Comment.objects.on_shown_pages().select_related("discussion__article")
    comment = get_object_or_404(shown, pk=pk)
    place = comment.path if comment.state == Comment.State.PUBLISHED else _first_below(comment)
    if place is None:
        return gone(request)
    discussion = comment.discussion
    return redirect(f"{discussion.page_address(discussion.page_of(place))}#{comment.anchor}")


def _first_below(comment: Comment) -> str | None:
    """Where the first answer that readers can see stands: the place of what was taken away is
    shown above it.
    """
    below = comment.discussion.comments.published().below(comment.path)
    return below.values_list("path", flat=True).first()
