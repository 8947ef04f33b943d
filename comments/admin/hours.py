"""When moderators read: on the page of the policy."""

from typing import Any

from django.contrib import admin

from comments.models import ClosedDay, OpeningHours


class OpeningHoursInline(admin.TabularInline[Any, Any]):
    model = OpeningHours
    extra = 0


class ClosedDayInline(admin.TabularInline[Any, Any]):
    model = ClosedDay
    extra = 0
