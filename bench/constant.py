"""The yardstick: what Django costs that answers a constant, with one address and no middleware."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

BODY = Path(os.environ["CONSTANT"]).read_bytes() if "CONSTANT" in os.environ else b""


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BODY)


urlpatterns = [path("", constant)]


def build() -> object:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY=os.urandom(20).hex())
    return get_wsgi_application()


if "CONSTANT" in os.environ:
    application = build()
