from django.urls import path

from pages import views
from pages.models.text import COLOPHON

app_name = "pages"

# A page with a fixed address is named as its slug: see Page.get_absolute_url.
urlpatterns = [
    path("huisregels/", views.house_rules, name="huisregels"),
    path("huisregels.json", views.house_rules_json, name="rules_json"),
    path("huisregels/versie/<int:number>/", views.house_rules, name="rules_version"),
    path("privacy/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.accessibility, name="toegankelijkheid"),
    path("contact/", views.contact, name="contact"),
    path("colofon/", views.text, {"slug": COLOPHON}, name=COLOPHON),
    path("over/<slug:slug>/", views.text, name="text"),
]
