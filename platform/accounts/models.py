from typing import Final

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class MailPace(models.TextChoices):
    """How often staff want mail about something."""

    NEVER = "", _("geen")
    AT_ONCE = "at_once", _("meteen")
    DAILY = "daily", _("één keer per dag")


class User(AbstractUser):
    """Someone of the staff. Readers have no account: their mailbox is their identity."""

    language = models.CharField(
        _("taal van de redactieomgeving"),
        max_length=8,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("Alleen voor u, achter de schermen; lezers merken er niets van."),
    )

    mail_to_moderate = models.CharField(
        _("mail over reacties om te beoordelen"),
        max_length=10,
        choices=MailPace,
        blank=True,
        help_text=_("Voor wie reacties mag beoordelen."),
    )
    mail_own_articles = models.CharField(
        _("mail over reacties op mijn artikelen"),
        max_length=10,
        choices=MailPace,
        blank=True,
        help_text=_("Over geplaatste reacties bij artikelen waar u als auteur bij staat."),
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("gebruiker")  # type: ignore[assignment]
        verbose_name_plural = _("gebruikers")  # type: ignore[assignment]

    #: What staff hear of by mail, each as they chose.
    MAIL: Final = ("mail_to_moderate", "mail_own_articles")

    @property
    def public_name(self) -> str:
        """The name that readers see."""
        return self.get_full_name() or self.get_username()

    def stop_mail(self, about: str) -> None:
        """No more mail about this, which is one of `MAIL`; until they choose otherwise."""
        setattr(self, about, MailPace.NEVER)
        self.save(update_fields=[about])
