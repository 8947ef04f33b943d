"""Public addresses are promises: what had an address once can be found there for ever."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class FormerSlug(models.Model):
    """A slug that something of this kind had before. It points at the thing itself, not at another
    slug, so that there are no chains to follow and no loops to fall in.
    """

    kind = models.CharField(max_length=20)
    slug = models.SlugField(max_length=160)
    object_id = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = _("vroeger adres")
        verbose_name_plural = _("vroegere adressen")
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="former_slug_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.slug}"


class Addressed(models.Model):
    """Something with a `slug` in its address, that remembers the slugs it had."""

    slug: Any
    _stored_slug: str | None = None

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        fields = kwargs.get("update_fields")
        if fields is not None and "slug" not in fields:
            return
        if self._stored_slug and self._stored_slug != self.slug:
            self._former().get_or_create(
                kind=self._kind(), slug=self._stored_slug, defaults={"object_id": self.pk}
            )
            self._former().filter(slug=self.slug).delete()
        self._stored_slug = self.slug

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        thing = super().from_db(*args, **kwargs)
        thing._stored_slug = thing.__dict__.get("slug")  # noqa: SLF001
        return thing

    def clean(self) -> None:
        super().clean()
        others = self._former().filter(slug=self.slug).exclude(object_id=self.pk or 0)
        if others.exists():
            raise ValidationError(
                {"slug": _("Dit adres leidt al naar iets anders, dat vroeger zo heette.")}
            )

    @classmethod
    def formerly(cls, slug: str) -> Self | None:
        """What had this slug before, if anything did."""
        former = cls._former().filter(slug=slug).first()
        return cls._base_manager.filter(pk=former.object_id).first() if former else None

    @classmethod
    def _former(cls) -> models.QuerySet[FormerSlug]:
        return FormerSlug.objects.filter(kind=cls._kind())

    @classmethod
    def _kind(cls) -> str:
        return str(cls._meta.model_name)
