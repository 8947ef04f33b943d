"""The site's own addresses, and one behind which something breaks."""

from typing import Never

from django.http import HttpRequest
from django.urls import path

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as addresses


def broken(request: HttpRequest) -> Never:
    raise RuntimeError("broken on purpose")


urlpatterns = [*addresses, path("kapot/", broken)]

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
