"""What a server runs: the application, behind the pages that are kept."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.wsgi import get_wsgi_application

# A server that is pointed at this file by its path has neither source root: see manage.py.
ROOT = Path(__file__).resolve().parents[2]
for root in (str(ROOT / "platform"), str(ROOT)):
    if root not in sys.path:
        sys.path.insert(0, root)

if TYPE_CHECKING:
    from delivery.page_cache import Application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


def build() -> "Application":
    django_application = get_wsgi_application()
    # These look at settings and models, which are there only now.
    from django.conf import settings  # noqa: PLC0415

    from config.clock import good_until  # noqa: PLC0415
    from config.shown import editions_of  # noqa: PLC0415
    from delivery.page_cache import PageCache  # noqa: PLC0415

    if not settings.PAGE_CACHE_MB:
        return django_application
    limit = settings.PAGE_CACHE_MB * 1024 * 1024
    return PageCache(django_application, editions_of, good_until, limit)


application = build()
