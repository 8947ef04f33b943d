from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from articles.models import Article
from articles.social_images import keep_social_image


class Command(BaseCommand):
    help = (
        "Draws the image that goes along where somebody shares an article, for each article that "
        "has none or that changed since: after an import, an upgrade, or another name of the site."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        keys = list(Article.objects.to_share().order_by("pk").values_list("pk", flat=True))
        number = sum(keep_social_image(pk) for pk in keys)
        words = ngettext("%(n)s afbeelding getekend.", "%(n)s afbeeldingen getekend.", number)
        self.stdout.write(words % {"n": number})
