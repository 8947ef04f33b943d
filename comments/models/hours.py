"""When moderators read: hours by day of the week, and days on which they do not."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from comments.models.policy import Policy


class Weekday(models.IntegerChoices):
    MONDAY = 0, _("maandag")
    TUESDAY = 1, _("dinsdag")
    WEDNESDAY = 2, _("woensdag")
    THURSDAY = 3, _("donderdag")
    FRIDAY = 4, _("vrijdag")
    SATURDAY = 5, _("zaterdag")
    SUNDAY = 6, _("zondag")


class OpeningHours(models.Model):
    """Part of a day, by the clock in the Netherlands."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("dag"), choices=Weekday)
    opens = models.TimeField(_("van"))
    closes = models.TimeField(_("tot"))

    class Meta:
        ordering = ["weekday", "opens"]
        verbose_name = _("openingstijd")
        verbose_name_plural = _("openingstijden")
        constraints = [
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="hours_close_later")
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class ClosedDay(models.Model):
    """A day without readers at the desk, beside the public holidays."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="closed_days")
    day = models.DateField(_("dag"), unique=True)
    name = models.CharField(_("naam"), max_length=80)

    class Meta:
        ordering = ["day"]
        verbose_name = _("gesloten dag")
        verbose_name_plural = _("gesloten dagen")

    def __str__(self) -> str:
        return self.name
