"""A tip of a reader's in an article: put among its tips, and taken out again.

Each is a change of the article's text: counted, found by the search, kept as a version, and a line
in its history.
"""

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from articles.models import BLOCKS, Article, Event, Tip
from articles.versions import keep, keep_first

#: How far blocks stand apart in their order.
STEP = 10


@transaction.atomic
def add(article_id: int, text: str, byline: str, source: str, by: User | None = None) -> Tip:
    """After the last of its tips, or at the end. `source`: where on this site it comes from."""
    article = _hold(article_id)
    place = _make_room(article)
    tip: Tip = Tip.objects.create(
        parent=article, region="main", ordering=place, text=text, byline=byline, source=source
    )
    _written(article, Event.Verb.ADOPTED, by, source)
    return tip


@transaction.atomic
def take_out(article_id: int, source: str, pk: int | None = None, by: User | None = None) -> None:
    """What comes from there, and this very tip; nothing where an editor did so before."""
    article = _hold(article_id)
    if _from(article, source, pk).delete()[0]:
        _written(article, Event.Verb.DROPPED, by, source)


@transaction.atomic
def cut_loose(article_id: int, source: str) -> None:
    """What it comes from is gone; the tip stays, with the name below it."""
    article = _hold(article_id)
    if _from(article, source, None).update(source=""):
        _shown_otherwise(article, _("De reactie achter een tip is ingetrokken."))


@transaction.atomic
def unname(article_id: int, source: str, pk: int | None = None) -> None:
    article = _hold(article_id)
    if _from(article, source, pk).exclude(byline="").update(byline=""):
        _shown_otherwise(article, _("De naam bij een tip is weggehaald."))


def _from(article: Article, source: str, pk: int | None) -> QuerySet[Tip]:
    """An editor may have put it back from an earlier version: then only the address tells."""
    found: QuerySet[Tip] = Tip.objects.filter(Q(source=source) | Q(pk=pk), parent=article)
    return found


def _hold(article_id: int) -> Article:
    article = Article.objects.select_for_update(of=("self",)).get(pk=article_id)
    keep_first(article)
    return article


def _make_room(article: Article) -> int:
    last = Tip.objects.filter(parent=article).order_by("-ordering").first()
    if last is None:
        rows = (kind._base_manager.filter(parent=article) for kind in BLOCKS)
        ends = (found.order_by("-ordering").values_list("ordering", flat=True) for found in rows)
        return STEP + max((one for end in ends for one in end[:1]), default=0)
    for kind in BLOCKS:
        later = kind._base_manager.filter(parent=article, ordering__gt=last.ordering)
        later.update(ordering=F("ordering") + STEP)
    return int(last.ordering) + STEP


def _written(article: Article, verb: Event.Verb, by: User | None, note: str) -> None:
    article.written()
    article.log(verb, by, note)
    _shown_otherwise(article, str(verb.label), by)


def _shown_otherwise(article: Article, why: str, by: User | None = None) -> None:
    article.save(update_fields=["changed_at"])  # what readers see is another page now
    keep(article, by, why)
