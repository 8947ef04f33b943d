"""Two people on one article: nobody's work is written over unseen."""

import re
from typing import Any

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
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


def posted_ids(data: QueryDict, prefix: str) -> list[str]:
    """The key of each row of a formset that was stored before; empty where there is none."""
    stored = data.get(f"{prefix}-INITIAL_FORMS", "")
    if not re.fullmatch("[0-9]{1,3}", stored):
        return []
    ids = (data.get(f"{prefix}-{number}-id", "") for number in range(int(stored)))
    return [pk if re.fullmatch("[0-9]{1,15}", pk) else "" for pk in ids]


def with_new_rows(
    data: MultiValueDict[str, Any], prefix: str, stored: int, gone: list[int]
) -> MultiValueDict[str, Any]:
    """A formset's data in which the rows that are gone come right after those that are kept, as
    if they were new. Blocks have an order of their own: that of the rows means nothing.
    """
    kept = [number for number in range(stored) if number not in gone]
    places = {str(old): str(new) for new, old in enumerate([*kept, *gone])}
    row = re.compile(rf"{re.escape(prefix)}-([0-9]+)-(.+)")
    moved: MultiValueDict[str, Any] = QueryDict(mutable=True)
    for key in data:
        found = row.fullmatch(key)
        if found and int(found[1]) in gone and found[2] == "id":
            continue
        number = found and places.get(found[1], found[1])
        moved.setlist(f"{prefix}-{number}-{found[2]}" if found else key, data.getlist(key))
    if f"{prefix}-INITIAL_FORMS" in data:
        moved[f"{prefix}-INITIAL_FORMS"] = str(stored - len(gone))
    return moved


class SafeSaving:
    """For the admin of articles. A save writes the fields of the form, not the steps (state, dates)
    that somebody may take at the same time; and marks the article as changed, also when only a
    block did.
    """

    form: Any = ArticleForm

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Article, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """A block that somebody took away meanwhile is a new one: what was typed in it stays."""
        options: dict[str, Any] = super().get_formset_kwargs(  # type: ignore[misc]
            request, obj, inline, prefix
        )
        if "data" in options:
            posted = posted_ids(options["data"], prefix)
            there = inline.model._base_manager.filter(pk__in=[pk for pk in posted if pk])
            stored = {str(pk) for pk in there.values_list("pk", flat=True)}
            gone = [number for number, pk in enumerate(posted) if pk and pk not in stored]
            if gone:
                for name in ("data", "files"):
                    options[name] = with_new_rows(options[name], prefix, len(posted), gone)
        return options

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        if not change:
            obj.save()
            return
        fields = [field.name for field in obj._meta.concrete_fields if not field.primary_key]
        obj.save(update_fields=[name for name in fields if name not in Article.STEPS])
