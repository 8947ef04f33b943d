from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User


class PreferencesForm(forms.ModelForm[User]):
    """What staff choose for themselves. Everything else about an account is for who manages it."""

    class Meta:
        model = User
        fields = ("language", "mail_to_moderate", "mail_own_articles")
        widgets = dict.fromkeys(fields, forms.RadioSelect)


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest, desk: dict[str, Any]) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - admin_view lets nobody else in
    form = PreferencesForm(request.POST if request.method == "POST" else None, instance=user)
    if form.is_valid():
        user.save(update_fields=PreferencesForm.Meta.fields)
        with translation.override(user.language):
            messages.success(request, _("Uw voorkeuren zijn bewaard."))
        return HttpResponseRedirect(reverse("admin:preferences"))
    context = {**desk, "title": _("Uw voorkeuren"), "form": form}
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "admin/desk/preferences.html", context, status=status)
