from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment
from comments.models.decision import Decision


class Notice(models.Model):
    """A reader's report of a reaction: against the house rules, or against the law (DSA art. 16).

    It hides nothing by itself.
    """

    class Kind(models.TextChoices):
        RULES = "rules", _("past niet bij de huisregels")
        LAW = "law", _("in strijd met de wet")

    class State(models.TextChoices):
        RECEIVED = "received", _("ontvangen")
        IN_REVIEW = "in_review", _("in behandeling")
        DECIDED = "decided", _("besloten")
        VOID = "void", _("vervallen")

    class Category(models.TextChoices):
        """A selection of the categories of the Commission's transparency database."""

        SPEECH = "illegal_speech", _("haat, discriminatie of smaad")
        HARASSMENT = "harassment", _("intimidatie of pesten")
        VIOLENCE = "violence", _("bedreiging of oproep tot geweld")
        PRIVACY = "privacy", _("privacy of persoonsgegevens")
        COPYRIGHT = "copyright", _("auteursrecht")
        FRAUD = "fraud", _("oplichting")
        MINORS = "minors", _("seksueel misbruik van kinderen")
        OTHER = "other", _("iets anders")

    reference = models.CharField(_("meldingsnummer"), max_length=20, unique=True)
    kind = models.CharField(_("soort"), max_length=10, choices=Kind)
    comment = models.ForeignKey(
        Comment, verbose_name=_("reactie"), on_delete=models.PROTECT, related_name="notices"
    )
    snapshot = models.TextField(_("de tekst zoals gemeld"))
    urls = models.JSONField(_("adressen"), default=list)
    house_rule = models.CharField(_("huisregel"), max_length=20, blank=True)
    category = models.CharField(_("categorie"), max_length=20, choices=Category, blank=True)
    explanation = models.TextField(_("waarom"), blank=True)
    law_text = models.CharField(_("wet of artikel"), max_length=500, blank=True)
    notifier_name = models.CharField(_("naam van de melder"), max_length=80, blank=True)
    notifier_email = models.EmailField(_("e-mailadres van de melder"), blank=True)
    good_faith_at = models.DateTimeField(_("verklaard op"), null=True, blank=True)
    state = models.CharField(_("staat"), max_length=10, choices=State, default=State.RECEIVED)
    received_at = models.DateTimeField(_("ontvangen op"), default=timezone.now)
    decided_at = models.DateTimeField(_("besloten op"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("besloten door"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    decision = models.ForeignKey(
        Decision,
        verbose_name=_("besluit"),
        on_delete=models.PROTECT,
        related_name="notices",
        null=True,
        blank=True,
    )
    outcome = models.TextField(_("wat de melder te lezen krijgt"), blank=True)

    class Meta:
        ordering = ["-received_at", "-pk"]
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        permissions = [("see_notifier", _("Kan zien wie meldde"))]
        indexes = [models.Index(fields=["state", "received_at"], name="notice_queue")]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "notifier_email"],
                condition=~Q(notifier_email=""),
                name="notice_once",
            )
        ]

    def __str__(self) -> str:
        return self.reference
