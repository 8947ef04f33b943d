from django.urls import path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from pages import machines, security

app_name = "machines"

TO_SECURITY = RedirectView.as_view(pattern_name="machines:security", permanent=True)
APPLE = {"name": "apple-touch-icon.png"}

urlpatterns = [
    path("robots.txt", machines.robots_txt, name="robots"),
    path(".well-known/security.txt", security.security_txt, name="security"),
    path("security.txt", require_safe(TO_SECURITY)),
    path("site.webmanifest", machines.manifest, name="manifest"),
    path("favicon.ico", machines.icon, {"name": "favicon.ico"}),
    path("apple-touch-icon.png", machines.icon, APPLE),
    path("apple-touch-icon-precomposed.png", machines.icon, APPLE),
    path("gezondheid/", machines.health, name="health"),
]
