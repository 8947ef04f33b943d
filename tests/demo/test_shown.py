"""What pages show is declared in full: otherwise a change to it could go by unseen."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from config.shown import editions_of
from delivery.shown import declared

READ = re.compile(r'(?:FROM|JOIN)\s+"(\w+)"')
#: Kinds of rows: they say nothing of their own on a page.
SILENT = {"django_content_type"}

ADDRESSES = (
    *("/", "/archief/", "/onderwerpen/", "/auteurs/", "/reeksen/"),
    *("/huisregels/", "/huisregels.json", "/privacy/", "/toegankelijkheid/", "/contact/"),
    *("/colofon/", "/robots.txt", "/site.webmanifest", "/sitemap.xml", "/sitemap-artikelen.xml"),
    *("/feeds/reacties.atom", "/feeds/artikelen.atom"),
)


def test_every_table_that_a_kept_page_reads_is_declared(magazine: None) -> None:
    slugs = list(Article.objects.visible().values_list("slug", flat=True))
    addresses = [
        *ADDRESSES,
        *(f"/artikelen/{slug}/" for slug in slugs),
        *(f"/feeds/artikelen/{slug}/reacties.atom" for slug in slugs),
    ]
    assert all(editions_of(address, "") for address in addresses)
    client = Client()
    with CaptureQueriesContext(connection) as queries:
        pages = [client.get(address) for address in addresses]
    # Where a discussion is hidden there is no feed of it.
    assert sum(page.status_code == 200 for page in pages) > len(ADDRESSES) + len(slugs)
    read = {table for query in queries for table in READ.findall(query["sql"])}
    assert read - SILENT <= {one.table for one in declared()}
    assert read >= {"comments_comment", "articles_article", "pages_publication"}
