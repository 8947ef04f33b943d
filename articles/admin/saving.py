"""Two people on one article: nobody's work is written over unseen."""

from typing import Any

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Event

#: What the form remembers for itself, and does not store.
MEMORY = ("seen", "replaces")


class ArticleForm(forms.ModelForm[Article]):
    """Remembers which version it was opened with. Who saves over a newer one has to say so.

    A form that does not say what was seen is not held up: it comes from a program, not a page.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    replaces = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        help_texts = {
            "slug": gettext_lazy(
                "Verandert u dit na publicatie, dan blijft het oude adres werken: "
                "het leidt naar het nieuwe."
            )
        }

    #: The version that somebody stored meanwhile, and a sentence that says who.
    newer = ""
    newer_by = ""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["seen"] = stamp(self.instance)

    @property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name not in MEMORY]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if self.instance.pk and data.get("seen"):
            # Locked, so that of two who save at once the second one finds what the first stored.
            rows = Article.objects.select_for_update().filter(pk=self.instance.pk)
            stored = stamp(rows.only("changed_at").get())
            if stored not in {data["seen"], data.get("replaces")}:
                self.newer, self.newer_by = stored, newest_change(self.instance.pk, stored)
                self.add_error(None, self.newer_by)
        return data


def stamp(article: Article) -> str:
    return article.changed_at.isoformat()


def newest_change(article_id: int, stored: str) -> str:
    """Who made the version with this stamp, and how."""
    since = parse_datetime(stored)
    kind = ContentType.objects.get_for_model(Article)
    saves = LogEntry.objects.filter(content_type=kind, object_id=str(article_id))
    saved = saves.filter(action_time__gte=since).select_related("user").first()
    if saved:
        time = timezone.localtime(saved.action_time).strftime("%H:%M")
        by = saved.user.get_full_name() or saved.user.get_username()
        return _("Intussen heeft %(by)s dit artikel bewaard, om %(time)s.") % {
            "by": by,
            "time": time,
        }
    step = Event.objects.filter(article=article_id, at__gte=since).select_related("by").first()
    if step and step.by:
        words = {"what": str(step), "by": step.by.public_name}
        return _("Intussen is dit artikel veranderd: %(what)s door %(by)s.") % words
    return _("Intussen is dit artikel veranderd.")


class SafeSaving:
    """For the admin of articles. A save writes the fields of the form, not the steps (state, dates)
    that somebody may take at the same time; and marks the article as changed, also when only a
    block did.
    """

    form = ArticleForm

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        if not change:
            obj.save()
            return
        fields = [field.name for field in obj._meta.concrete_fields if not field.primary_key]
        obj.save(update_fields=[name for name in fields if name not in Article.STEPS])
