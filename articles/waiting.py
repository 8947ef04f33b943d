"""What waits at the desk for whoever writes and edits."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from articles.models import Article
from desk.panels import NAMED, Line, Panel

#: How far the front of the desk looks ahead.
AHEAD: Final = timedelta(days=7)


def panels_for(user: User, now: datetime) -> Iterator[Panel]:
    """Editors see everybody's work; authors their own, and what came back to them."""
    if user.has_perm("articles.publish_article"):
        yield _to_review()
        yield _planned(now)
    elif user.has_perm("articles.change_article"):
        yield _returned(user)
        yield _drafts(user)
        yield _sent_in(user)


def _to_review() -> Panel:
    waiting = Article.objects.in_review().with_handing()
    return _panel(
        "ter-beoordeling",
        _("Ter beoordeling"),
        waiting.count(),
        [
            _line(article, _names(article) + ",", article.handed_at)
            for article in waiting.with_people().order_by("handed_at", "pk")[:NAMED]
        ],
        _("Niets te doen: er ligt geen artikel ter beoordeling."),
    )


def _planned(now: datetime) -> Panel:
    planned = Article.objects.scheduled(now, AHEAD)
    return _panel(
        "gepland-week",
        _("Gepland voor de komende zeven dagen"),
        planned.count(),
        [
            _line(article, _("verschijnt"), article.published_at)
            for article in planned.order_by("published_at", "pk")[:NAMED]
        ],
        _("Niets te doen: er verschijnt de komende zeven dagen geen artikel vanzelf."),
    )


def _returned(user: User) -> Panel:
    mine = Article.objects.written_by(user).returned()
    return _panel(
        "teruggekomen",
        _("Teruggekomen"),
        mine.count(),
        [
            _line(article, article.handed_note or _("zonder toelichting"), article.handed_at)
            for article in mine.order_by("-handed_at", "-pk")[:NAMED]
        ],
        _("Niets te doen: er kwam geen artikel terug van de redactie."),
    )


def _drafts(user: User) -> Panel:
    mine = Article.objects.written_by(user).drafts()
    return _panel(
        "concept",
        _("Mijn concepten"),
        mine.count(),
        [
            _line(article, _("gewijzigd"), article.changed_at)
            for article in mine.order_by("-changed_at", "-pk")[:NAMED]
        ],
        _("Niets te doen: u hebt geen concepten. Begin gerust een nieuw artikel."),
    )


def _sent_in(user: User) -> Panel:
    mine = Article.objects.written_by(user).in_review().with_handing()
    return _panel(
        "ter-beoordeling",
        _("Bij de redactie"),
        mine.count(),
        [
            _line(article, _("ingestuurd"), article.handed_at)
            for article in mine.order_by("handed_at", "pk")[:NAMED]
        ],
        _("Er ligt geen artikel van u bij de redactie."),
    )


def _panel(state: str, title: str, number: int, lines: list[Line], nothing: str) -> Panel:
    count = ngettext("%(n)s artikel", "%(n)s artikelen", number) % {"n": number}
    url = f"{reverse('admin:articles_article_changelist')}?staat={state}"
    return Panel(f"waiting-{state}", title, number, count, url, nothing, lines)


def _line(article: Any, detail: str, at: datetime | None) -> Line:
    url = reverse("admin:articles_article_change", args=[article.pk])
    return Line(str(article), url, detail, at)


def _names(article: Article) -> str:
    names = [one.author.name for one in article.authorships.all()]
    return ", ".join(names) or _("zonder auteur")
