from django.contrib.sitemaps import views
from django.urls import path
from django.views.decorators.http import require_safe

from articles.sitemaps import SECTIONS
from delivery.revalidation import revalidated

app_name = "sitemaps"

OPTIONS = {"sitemaps": SECTIONS, "sitemap_url_name": "sitemaps:section"}

urlpatterns = [
    path("sitemap.xml", require_safe(revalidated(views.index)), OPTIONS, name="index"),
    path(
        "sitemap-<slug:section>.xml",
        require_safe(revalidated(views.sitemap)),
        {"sitemaps": SECTIONS},
        name="section",
    ),
]
