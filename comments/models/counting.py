"""What a discussion keeps of its reactions: how many there are, and where its pages begin.

Each verb on a reaction keeps it up to date, in its own transaction; `recount` makes it anew from
the reactions themselves.
"""

from typing import TYPE_CHECKING, Any, Final, cast

from django.db import models
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from comments.models.paging import is_sound, pack, page_at, range_of, starts_of
from comments.models.policy import Policy
from delivery.compiled import Compiled
from delivery.storing import amend

if TYPE_CHECKING:
    from comments.models.discussion import Discussion
    from comments.models.reading import CommentQuerySet


class Counting(models.Model):
    page_starts = models.JSONField(default=list, editable=False)
    last_number = models.PositiveIntegerField(_("laatste nummer"), default=0)
    published_count = models.PositiveIntegerField(_("geplaatst"), default=0)

    class Meta:
        abstract = True

    # Only for whoever holds the lock: these four.

    def next_number(self) -> int:
        """Give out a number, never twice; and then `count`."""
        self.last_number += 1
        return self.last_number

    def count(self, *, came: bool, went: bool, path: str = "") -> None:
        """One came into sight at this path, or went out of it."""
        if came == went:
            return
        self.published_count += came - went
        changed, starts = ["last_number", "published_count"], list(self.page_starts)
        if path:
            self._arrange(path, _page_size())
        if self.page_starts != starts:  # there are thousands, in a long discussion
            changed.append("page_starts")
        amend(self, *changed)

    def arrange_all(self) -> None:
        """Anew, from what readers can see: after an import, or when pages get another size."""
        self.page_starts = starts_of(pack(self._paths(), Policy.get_solo().page_size))
        self.save(update_fields=["page_starts"])

    def recount(self, *, keep: bool = True) -> list[str]:
        """Make it all anew; tells what was wrong. It can be asked not to keep what it finds."""
        size, paths = Policy.get_solo().page_size, self._paths()
        last = self._comments().aggregate(last=Max("number"))["last"] or 0
        wrong = []
        if self.published_count != len(paths):
            wrong.append(f"published: {self.published_count}, should be {len(paths)}")
            self.published_count = len(paths)
        if self.last_number < last:
            wrong.append(f"last number: {self.last_number}, should be {last}")
            self.last_number = last
        starts = starts_of(pack(paths, size))
        if not is_sound(self.page_starts, paths, size) or len(starts) < len(self.page_starts):
            wrong.append(f"pages: {self.page_count}, should be {len(starts) + 1}")
            self.page_starts = starts
        if wrong and keep:
            self.save(update_fields=["last_number", "published_count", "page_starts"])
        return wrong

    # --- Pages: see `comments.models.paging` ------------------------------------------------------

    @property
    def page_count(self) -> int:
        return len(self.page_starts) + 1

    def page_of(self, path: str) -> int:
        return page_at(self.page_starts, path)

    def page_address(self, page: int) -> str:
        """Of a page of reactions; the first one is the article's own."""
        address = cast("Discussion", self).article.get_absolute_url()
        return f"{address}?reacties={page}" if page > 1 else address

    def paths_on(self, page: int) -> list[str]:
        first, end = range_of(self.page_starts, page)
        return [path for (path,) in PATHS.rows(self.pk, first, end)]

    def has_published(self, pk: int) -> bool:
        return self._comments().published().filter(pk=pk).exists()

    def _comments(self) -> "CommentQuerySet":
        return cast("Discussion", self).comments.all()

    def _paths(self) -> list[str]:
        return list(self._comments().published().order_by("path").values_list("path", flat=True))

    def _arrange(self, path: str, size: int) -> None:
        """Only the page that changed: the others keep what they have."""
        page = self.page_of(path)
        paths = self.paths_on(page)
        if not paths and self.page_starts:
            self._drop(page)
        elif len(paths) > size:
            new = starts_of(pack(paths, size))
            self.page_starts[page - 1 : page - 1] = new
            self._join(page + len(new), size)

    def _drop(self, page: int) -> None:
        """Nothing is left on it. Without the first page, the second one begins at the beginning."""
        del self.page_starts[max(page - 2, 0)]

    def _join(self, page: int, size: int) -> None:
        """What was split off goes on the next page, if that has room."""
        if page < self.page_count:
            both = len(self.paths_on(page)) + len(self.paths_on(page + 1))
            if both <= size:
                del self.page_starts[page - 1]


def _paths(discussion: int, first: str, end: str | None) -> models.QuerySet[Any, Any]:
    from comments.models.comment import Comment  # noqa: PLC0415 - which knows discussions

    return Comment.objects.filter(discussion=discussion).between(first, end).values("path")


PATHS: Final = Compiled(_paths)


def _page_size() -> int:
    """As it is in this very transaction."""
    found = PAGE_SIZE.rows(Policy.singleton_instance_id)
    return int(found[0][0]) if found else Policy.get_solo().page_size


PAGE_SIZE: Final = Compiled(lambda pk: Policy.objects.filter(pk=pk).values("page_size"))
