from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from accounts.models import User


@admin.register(User)
class StaffAdmin(UserAdmin[User]):
    list_display = ("username", "get_full_name", "email", "language", "is_active", "last_login")
    list_filter = ("groups", "is_active", "is_staff", "language")
    fieldsets = (
        *(UserAdmin.fieldsets or ()),
        (_("Voorkeuren"), {"fields": ["language", "mail_to_moderate", "mail_own_articles"]}),
    )
