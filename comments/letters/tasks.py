"""Telling many people takes time, so a worker does it. Doing it twice tells nobody twice: so each
mail is a transaction of its own, and nobody waits for all of them.

The task is a row of the database, in the transaction that it tells about. What readers can see is
asked when it runs, and once more when each mail leaves.
"""

from django.tasks import task

from comments.letters import following, moderators
from comments.models import Comment


@task
def tell_moderators(pk: int) -> None:
    comment = Comment.objects.to_read().with_place().filter(pk=pk).first()
    if comment:
        moderators.tell_moderators(comment)


@task
def tell_followers(pk: int) -> None:
    comment = Comment.objects.with_place().visible().filter(pk=pk).first()
    if comment:
        following.tell(comment)
        moderators.tell_authors(comment)
