"""Telling many people takes time, so a worker does it. Doing it twice tells nobody twice: so each
mail is a transaction of its own, and nobody waits for all of them.

The task is a row of the database, in the transaction that it tells about. What readers can see is
asked when it runs, and once more when each mail leaves.
"""

from django.tasks import task

from comments.letters import arrivals, following, moderators
from comments.models import Comment, Decision, Follow


@task
def tell_of_arrival(pk: int, decision: int | None, wish: int | None) -> None:
    """`wish`: what its writer asked to hear of."""
    comment = Comment.objects.with_place().filter(pk=pk).first()
    if comment:
        arrivals.let_be_found(comment)
        arrivals.tell(
            comment,
            Decision.objects.filter(pk=decision).first() if decision else None,
            Follow.objects.filter(pk=wish).select_related("writer").first() if wish else None,
        )


@task
def tell_followers(pk: int) -> None:
    comment = Comment.objects.with_place().visible().filter(pk=pk).first()
    if comment:
        following.tell(comment)
        moderators.tell_authors(comment)
