"""The image that goes along when somebody shares the address of an article.

It is drawn by a worker, after the transaction that made or changed the article. Until then a page
names the photo, or the icon of the site.
"""

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class Shared(models.Model):
    social_image = models.FileField(
        _("afbeelding bij delen"), max_length=120, blank=True, default="", editable=False
    )

    class Meta:
        abstract = True

    def share(self) -> None:
        """For after every change of what the image shows. What is not published gets none."""
        from articles.tasks import draw_social_image  # noqa: PLC0415 - the task knows articles

        transaction.on_commit(partial(draw_social_image.enqueue, self.pk))

    @transaction.atomic
    def unshare(self) -> None:
        """No image is left of what readers may not see any more."""
        rows: Any = type(self)._base_manager.filter(pk=self.pk)
        name = rows.select_for_update().values_list("social_image", flat=True).get()
        rows.update(social_image="")
        self.social_image = ""
        if name:
            transaction.on_commit(partial(default_storage.delete, name))
