from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, Self

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise

from accounts.models import User
from desk.refused import Refused
from pages.models.page import Page
from pages.prose import part_field

#: How long readers are told of a change above the form for a reaction (DSA art. 14(2)).
NEWS_FOR: Final = timedelta(days=30)

type Content = dict[str, Any]


class HouseRules(Page):
    """What readers hold to when they react, and how moderation works (DSA art. 14).

    Editors work on these rules out of sight. Readers see the latest version, which is a copy of
    how the rules were when it was published: so no change reaches readers without a version.
    """

    SLUG: ClassVar[str] = "huisregels"
    TITLE: ClassVar[StrOrPromise] = gettext_lazy("Huisregels")
    REQUIRED: ClassVar[tuple[str, ...]] = ("intro_html", "moderation_html")

    intro_html = part_field(gettext_lazy("inleiding"))
    moderation_html = part_field(
        gettext_lazy("zo werkt modereren"),
        gettext_lazy(
            "Wie beslist, welke hulpmiddelen kijken mee, in welke talen, en wat een lezer kan doen "
            "die het niet eens is met een besluit."
        ),
    )

    class Meta:
        verbose_name = gettext_lazy("huisregels")
        verbose_name_plural = gettext_lazy("huisregels")

    def content(self) -> Content:
        """The rules as they are now: what a version keeps."""
        return {
            "intro_html": self.intro_html,
            "moderation_html": self.moderation_html,
            "rules": [rule.content() for rule in self.rules.filter(retired=False)],
        }

    def latest(self) -> "RulesVersion | None":
        return self.versions.order_by("-number").first()

    def changed_recently(self, now: datetime) -> bool:
        latest = self.latest()
        return latest is not None and latest.is_news(now)

    def missing_labels(self) -> list[str]:
        no_rules = [] if self.rules.filter(retired=False).exists() else [_("huisregels")]
        return [*super().missing_labels(), *no_rules]

    # --- Verbs ----------------------------------------------------------------------------------

    @transaction.atomic
    def publish(self, by: User, now: datetime | None = None, changes: str = "") -> None:
        """Show readers the rules as they are now, as a new version where they changed.

        `changes` tells readers what changed and why; only the first version goes without.
        """
        HouseRules.objects.select_for_update().get(pk=self.pk)
        self.refuse_incomplete()
        latest, content, now = self.latest(), self.content(), now or timezone.now()
        if latest is None or latest.content != content:
            if latest and not changes.strip():
                raise Refused(_("Schrijf op wat er is veranderd: lezers krijgen dat te zien."))
            number = latest.number + 1 if latest else 1
            self.versions.create(number=number, at=now, by=by, changes=changes, content=content)
        elif self.is_published:
            raise Refused(_("Er is niets veranderd sinds versie %(n)s.") % {"n": latest.number})
        self.published_at = self.published_at or now
        self.save(update_fields=["published_at"])
        self.log(by, _("Gepubliceerd."))


class Rule(models.Model):
    """One rule. Its number is given once and never to another rule: decisions refer to it."""

    rules = models.ForeignKey(HouseRules, on_delete=models.CASCADE, related_name="rules")
    number = models.PositiveSmallIntegerField(gettext_lazy("nummer"), editable=False)
    title = models.CharField(gettext_lazy("regel"), max_length=120)
    text = models.TextField(gettext_lazy("uitleg"), max_length=2_000)
    position = models.PositiveSmallIntegerField(gettext_lazy("plaats"), default=0)
    retired = models.BooleanField(
        gettext_lazy("vervallen"),
        default=False,
        help_text=gettext_lazy(
            "Een regel wordt niet verwijderd en wordt geen andere regel: oude besluiten verwijzen "
            "naar de code."
        ),
    )

    class Meta:
        ordering = ["position", "number"]
        verbose_name = gettext_lazy("huisregel")
        verbose_name_plural = gettext_lazy("huisregels")
        constraints = [
            models.UniqueConstraint(fields=["rules", "number"], name="rule_number_given_once")
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.title}" if self.number else self.title

    def save(self, *args: Any, **options: Any) -> None:
        if self._state.adding:
            last = Rule.objects.filter(rules=self.rules).aggregate(last=models.Max("number"))
            self.number = (last["last"] or 0) + 1
        super().save(*args, **options)

    @property
    def code(self) -> str:
        return f"hr-{self.number}"

    def content(self) -> Content:
        return {"code": self.code, "title": self.title, "text": self.text}


class RulesVersionQuerySet(models.QuerySet["RulesVersion"]):
    def visible(self) -> Self:
        """Every version that readers may look up, the one that holds now first."""
        return self.filter(rules__in=HouseRules.objects.visible()).order_by("-number")


@dataclass(frozen=True)
class Difference:
    """Which rules a version added, changed and let go, each by its code."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def difference(before: Content, after: Content) -> Difference:
    old = {rule["code"]: rule for rule in before["rules"]}
    new = {rule["code"]: rule for rule in after["rules"]}
    return Difference(
        added=tuple(code for code in new if code not in old),
        changed=tuple(code for code in new if code in old and new[code] != old[code]),
        gone=tuple(code for code in old if code not in new),
    )


class RulesVersion(models.Model):
    """The house rules as they held from a moment on. Only ever added."""

    rules = models.ForeignKey(HouseRules, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(gettext_lazy("versie"))
    at = models.DateTimeField(gettext_lazy("geldt vanaf"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=gettext_lazy("door"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    changes = models.TextField(gettext_lazy("wat er veranderde"), blank=True)
    content = models.JSONField(gettext_lazy("inhoud"))

    objects = RulesVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        verbose_name = gettext_lazy("versie")
        verbose_name_plural = gettext_lazy("versies")
        constraints = [
            models.UniqueConstraint(fields=["rules", "number"], name="rules_version_once")
        ]

    def __str__(self) -> str:
        return _("versie %(n)s") % {"n": self.number}

    def get_absolute_url(self) -> str:
        return reverse("pages:rules_version", args=[self.number])

    def is_news(self, now: datetime) -> bool:
        """Whether readers are to be told that the rules changed. The first version is no change."""
        return self.number > 1 and now - self.at < NEWS_FOR

    @property
    def intro_html(self) -> str:
        return str(self.content["intro_html"])

    @property
    def moderation_html(self) -> str:
        return str(self.content["moderation_html"])
