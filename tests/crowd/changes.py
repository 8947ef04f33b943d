"""One change after another to what a page shows, told on a line before and after each of them.

Run inside the site's own environment. Each change leaves a mark with its number, “Stand 12.”, in
one of the places where a page can change.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.contrib.auth.models import Group

from accounts import roles
from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion
from comments.models.decision import Reason
from tests.crowd.inside import SLUG, prepare

MANY = int(os.environ.get("CHANGES", "200"))


def site() -> None:
    """An article, a discussion, and somebody who moderates."""
    prepare()
    roles.install()
    mo = User.objects.create_user("mo", is_staff=True)
    mo.groups.add(Group.objects.get(name=roles.MODERATORS))


@dataclass
class State:
    """The marks that readers see after each change, and whether they can react."""

    marks: set[int] = field(default_factory=set)
    is_open: bool = True

    def __str__(self) -> str:
        return f"{'open' if self.is_open else 'closed'} {' '.join(map(str, sorted(self.marks)))}"


def all_of_them() -> None:
    """Waits after each for a line that says to go on."""
    state = State()
    tell("done", state)
    for change in changes(state):
        sys.stdin.readline()
        tell("begins", state)
        change()
        tell("done", state)
    sys.stdin.readline()


def tell(what: str, state: State) -> None:
    sys.stdout.write(f"{what} {time.monotonic()} {state}\n")
    sys.stdout.flush()


def changes(state: State) -> Iterator[Callable[[], object]]:
    """What is yielded is to be done; the state is already as it will be after it."""
    mo, article = User.objects.get(), Article.objects.get(slug=SLUG)
    discussion = Discussion.objects.get()
    n = 0
    while n < MANY:
        comment = Comment(name="Rik", email="rik@voorbeeld.nl", body=f"Stand {n}.")
        discussion.post(comment)  # waits, and shows nowhere
        state.marks.add(n)
        yield lambda: comment.approve(mo)  # noqa: B023 - done before the next one
        article.title = f"Stand {n + 1}."
        titles = {one for one in state.marks if one % 5 == 1}
        state.marks = state.marks - titles | {n + 1}
        yield article.save
        state.marks.add(n + 2)
        state.is_open = False
        yield lambda: discussion.close(mo, f"Stand {n + 2}.")  # noqa: B023
        state.marks.discard(n + 2)
        state.is_open = True
        yield lambda: discussion.reopen(mo)
        state.marks.discard(n)
        yield lambda: comment.remove(mo, Reason.LEGAL)  # noqa: B023
        n += 5


def only_one() -> None:
    state = State()
    tell("done", state)
    change = next(changes(state))
    change()
    tell("done", state)
