"""The site with a page cache that keeps no page: each is made as it is after a reaction."""

import os

from django.conf import settings
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
site = import_string(settings.WSGI_APPLICATION)
application = type(site)(site.application, site.editions_of, site.good_until, limit=0)
