"""The yardstick: what Django costs that answers constants, with nothing else in it."""

import os
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

APPLICATION: Final = "bench.constant:application"


def constant(file: Path) -> URLPattern:
    body = file.read_bytes()

    def answer(request: HttpRequest) -> HttpResponse:
        return HttpResponse(body)

    return path(file.name, answer)


#: A folder: each file is answered at its name.
FOLDER: Final = os.environ.get("CONSTANTS", "")
urlpatterns = [constant(file) for file in sorted(Path(FOLDER).iterdir())] if FOLDER else []


def build() -> object:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY=os.urandom(20).hex())
    return get_wsgi_application()


if FOLDER:
    application = build()
