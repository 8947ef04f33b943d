from django.contrib import admin
from solo.admin import SingletonModelAdmin

from comments.models import Policy


@admin.register(Policy)
class PolicyAdmin(SingletonModelAdmin):
    pass
