"""What readers see of an article, in words for staff."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import Article


def outlook(article: Article, now: datetime | None = None) -> str:
    """From when and until when readers see this article, as things stand."""
    now = now or timezone.now()
    came, until = article.published_at, article.expires_at
    if article.state == Article.State.WITHDRAWN:
        return _("Dit artikel is ingetrokken. Wie het adres opent, leest dat het weg is.")
    if article.state != Article.State.PUBLISHED or came is None:
        return _("Lezers zien dit artikel nog niet.")
    if until and until <= now:
        return _("Lezers zagen dit artikel tot %(until)s.") % {"until": in_words(until)}
    since = _("Lezers zien dit artikel sinds %(at)s.")
    sentence = (_("Lezers zien dit artikel vanaf %(at)s.") if came > now else since) % {
        "at": in_words(came)
    }
    if until is None:
        return sentence
    end = _("Op %(until)s gaat het van de site.") % {"until": in_words(until)}
    return f"{sentence} {end}"


def without_a_time(article: Article, now: datetime | None = None) -> str:
    """What the act does when no time is given."""
    now = now or timezone.now()
    if article.is_visible_at(now):
        return _(
            "De datum van publicatie ligt vast. U kiest hier tot wanneer lezers het artikel zien."
        )
    if article.published_at and article.published_at <= now:
        date = date_format(timezone.localtime(article.published_at), "j F Y")
        return _(
            "Laat u de tijd leeg, dan zien lezers dit artikel meteen, met de datum %(date)s."
        ) % {"date": date}
    return _("Laat u de tijd leeg, dan zien lezers dit artikel meteen.")


def in_words(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), _(r"j F Y \o\m H:i"))
