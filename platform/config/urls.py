from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.static import serve

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("articles.urls")),
    path("", include("comments.urls")),
    path("", include("pages.urls")),
    path("beheer/", admin.site.urls),
    path("feeds/", include("comments.feed_urls")),
    path("", include("articles.sitemap_urls")),
    path("", include("pages.machine_urls")),
]
if settings.DEMO:
    # In production the web server in front answers these.
    urlpatterns += [path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT})]

handler400 = "delivery.errors.bad_request"
handler403 = "delivery.errors.denied"
handler404 = "delivery.errors.not_found"
handler500 = "delivery.errors.server_error"
