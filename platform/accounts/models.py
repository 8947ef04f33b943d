from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Someone of the staff. Readers have no account: their mailbox is their identity."""

    class Meta(AbstractUser.Meta):
        verbose_name = _("gebruiker")  # type: ignore[assignment]
        verbose_name_plural = _("gebruikers")  # type: ignore[assignment]

    @property
    def public_name(self) -> str:
        """The name that readers see."""
        return self.get_full_name() or self.get_username()
