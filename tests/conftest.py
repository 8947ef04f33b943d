"""The cast: `ada` writes, `els` edits, `mo` moderates, `rik` reads (and has no account)."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, Final

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone
from xdist.scheduler import LoadFileScheduling

from accounts import roles
from accounts.models import User
from articles.models import Article, Author, Authorship, TextBlock
from comments.models import Comment, Discussion, Policy
from pages.models import Publication

type Publish = Callable[..., Article]
type React = Callable[..., Comment]
type SignIn = Callable[[User], Client]


def first_visit() -> None:
    """Makes the rows that the very first visit would make, before queries are counted.

    A test with transactions of its own empties every table, also of what migrations put there.
    """
    Policy.get_solo()
    Publication.current()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Before the test database goes: ends what is still connected to it.

    The session of a process that was killed, or of a page that a browser left halfway, lasts a
    moment longer than its test, and PostgreSQL drops no database that somebody is in.
    """
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


#: Begun first, so that no worker is left alone with the longest at the end.
LONGEST: Final = ("demo", "browser", "crowd")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On each database there are no tests of what only the other one does."""
    items.sort(key=lambda one: not one.nodeid.startswith(tuple(f"tests/{d}/" for d in LONGEST)))
    other = {"postgresql": "sqlite", "sqlite": "postgresql"}[connection.vendor]
    others = [one for one in items if one.get_closest_marker(other)]
    items[:] = [one for one in items if one not in others]
    config.hook.pytest_deselected(items=others)


class Together(LoadFileScheduling):  # type: ignore[misc]
    """Tests of one file go to one worker; so do all those of the demo, which is loaded once."""

    def _split_scope(self, nodeid: str) -> str:
        demo = "tests/demo/"
        return demo if nodeid.startswith(demo) else str(super()._split_scope(nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    return Together(config, log)


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    """What one test sent does not count in the next."""
    cache.clear()


@pytest.fixture
def no_pace(db: None) -> None:
    """Everybody may send as much as they like."""
    paces = {"most_in_ten_minutes": 30_000, "most_in_a_day": 30_000}
    Policy.objects.update_or_create(pk=1, defaults=paces)


@pytest.fixture
def staff(db: None) -> Callable[[str, str, str], User]:
    """Makes a member of staff: user name, role, full name."""
    roles.install()

    def make(username: str, role: str, name: str) -> User:
        first, last = name.split(" ", 1)
        user = User.objects.create_user(
            username, password="grensvlak", first_name=first, last_name=last, is_staff=True
        )
        user.groups.add(Group.objects.get(name=role))
        return user

    return make


@pytest.fixture
def ada(staff: Callable[..., User]) -> User:
    """Writes, and is known to readers as an author."""
    user = staff("ada", roles.AUTHORS, "Ada Verhoeven")
    Author.objects.create(name="Ada Verhoeven", slug="ada-verhoeven", user=user)
    return user


@pytest.fixture
def els(staff: Callable[..., User]) -> User:
    """Edits."""
    return staff("els", roles.EDITORS, "Els Maas")


@pytest.fixture
def mo(staff: Callable[..., User]) -> User:
    """Moderates."""
    return staff("mo", roles.MODERATORS, "Mo Karimi")


@pytest.fixture
def sign_in() -> SignIn:
    def make(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def publish(db: None) -> Publish:
    """Makes an article that readers see since an hour; `by` is the author's account."""

    def make(title: str = "Aan de balie", by: User | None = None, **fields: Any) -> Article:
        slug = fields.pop("slug", title.lower().replace(" ", "-"))
        article = Article.objects.create(
            title=title, slug=slug, lead="Wat er gebeurt aan de balie.", **fields
        )
        TextBlock.objects.create(
            parent=article, region="main", ordering=10, text_html="<p>Het begint met een vraag.</p>"
        )
        if by:
            Authorship.objects.create(article=article, author=Author.objects.get(user=by))
        article.publish(timezone.now() - timedelta(hours=1))
        return article

    return make


@pytest.fixture
def article(publish: Publish, ada: User) -> Article:
    """Published, written by ada."""
    return publish(by=ada)


@pytest.fixture
def discussion(article: Article) -> Discussion:
    """The discussion under `article`: open, without reactions."""
    Discussion.objects.begin_for([article])
    return Discussion.objects.get(pk=article.pk)


@pytest.fixture
def react(discussion: Discussion, mo: User) -> React:
    """Makes a reaction of rik's under `article`, approved by mo unless `approved=False`."""

    def make(
        body: str = "Dat herken ik.",
        to: Comment | None = None,
        *,
        approved: bool = True,
        **fields: Any,
    ) -> Comment:
        fields = {"name": "Rik", "email": "rik@voorbeeld.nl", **fields}
        comment = Comment(parent=to, body=body, **fields)
        discussion.post(comment)
        if approved and comment.state == Comment.State.PENDING:
            comment.approve(mo)
        return comment

    return make


@pytest.fixture
def form_data() -> dict[str, str]:
    """What rik fills in."""
    return {"body": "Dat herken ik.", "name": "Rik", "email": "rik@voorbeeld.nl"}
