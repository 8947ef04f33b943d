"""The site with a page cache that keeps no page: each is made as it is after a reaction."""

from config.wsgi import application as site
from delivery.page_cache import PageCache

if isinstance(site, PageCache):
    application = PageCache(site.application, site.editions_of, site.good_until, limit=0)
