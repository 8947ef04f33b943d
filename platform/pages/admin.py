from django.contrib import admin
from solo.admin import SingletonModelAdmin

from pages.models import Publication


@admin.register(Publication)
class PublicationAdmin(SingletonModelAdmin):
    pass
