from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("artikelen")

    def ready(self) -> None:
        from articles import versions  # noqa: PLC0415 - it needs the models

        versions.register()
