"""robots.txt, the manifest, icons and the health check, each at the address machines know."""

import json
from typing import Any
from urllib.robotparser import RobotFileParser

import pytest
from django.contrib.staticfiles import finders
from django.db import OperationalError, connection
from django.test import Client
from PIL import Image

from pages.models import Publication
from tests.delivery.csp import faults

ADDRESSES = {
    "/robots.txt": 200,
    "/site.webmanifest": 200,
    "/favicon.ico": 302,
    "/apple-touch-icon.png": 302,
    "/apple-touch-icon-precomposed.png": 302,
    "/security.txt": 301,
    "/gezondheid/": 200,
}


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "status"), ADDRESSES.items())
def test_a_machine_s_address_is_only_read_and_leaves_no_trace(
    client: Client, address: str, status: int
) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert faults(response.headers["Content-Security-Policy"]) == []
    assert client.head(address).status_code == status
    for method in ("post", "put", "delete"):
        assert getattr(client, method)(address).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/robots.txt", "/site.webmanifest"])
def test_what_did_not_change_is_not_sent_again(client: Client, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("/", True),
        ("/artikelen/aan-de-balie/", True),
        ("/onderwerpen/zorg/", True),
        ("/feeds/artikelen.atom", True),
        ("/static/css/grensvlak.css", True),
        ("/media/pictures/a.jpg", True),
        ("/beheer/", False),
        ("/beheer/articles/article/", False),
        ("/zoeken/?q=loket", False),
        ("/proef/abc/", False),
    ],
)
def test_robots_know_where_to_go_and_where_not(client: Client, path: str, may: bool) -> None:
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").text.splitlines())
    assert parser.can_fetch("*", f"http://testserver{path}") is may
    assert parser.site_maps() == ["http://testserver/sitemap.xml"]


def test_robots_stay_out_of_forms(client: Client) -> None:
    assert "Disallow: /artikelen/*/reageren/\n" in client.get("/robots.txt").text


@pytest.mark.django_db
def test_the_manifest_names_the_publication_and_its_icons(client: Client) -> None:
    Publication.objects.create(name="R&D </b> 🙂", description="Over werk.")
    response = client.get("/site.webmanifest")
    assert response.headers["Content-Type"] == "application/manifest+json"
    manifest: dict[str, Any] = json.loads(response.content)
    assert manifest["name"] == "R&D </b> 🙂"
    assert manifest["description"] == "Over werk."
    assert (manifest["start_url"], manifest["scope"], manifest["lang"]) == ("/", "/", "nl")
    for icon in manifest["icons"]:
        with Image.open(on_disk(icon["src"])) as picture:
            assert icon["sizes"] == "x".join(map(str, picture.size))
            assert (picture.format, icon["type"]) == ("PNG", "image/png")
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}


def on_disk(address: str) -> str:
    found = finders.find(address.removeprefix("/static/"))
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize(
    ("address", "sizes"),
    [
        ("/favicon.ico", {(16, 16), (32, 32), (48, 48)}),
        ("/apple-touch-icon.png", {(180, 180)}),
        ("/apple-touch-icon-precomposed.png", {(180, 180)}),
    ],
)
def test_an_icon_is_found_at_the_root(
    client: Client, address: str, sizes: set[tuple[int, int]]
) -> None:
    response = client.get(address)
    assert response.headers["Cache-Control"] == "public, max-age=86400"
    with Image.open(on_disk(response.headers["Location"])) as picture:
        assert picture.info.get("sizes", {picture.size}) == sizes


def test_a_maskable_icon_fills_its_square() -> None:
    with Image.open(on_disk("/static/img/icon-maskable.png")) as picture:
        corners = [(0, 0), (511, 0), (0, 511), (511, 511)]
        filled = picture.convert("RGBA")
        assert all(filled.getpixel(corner)[3] == 255 for corner in corners)  # type: ignore[index]


@pytest.mark.django_db
def test_a_healthy_site_says_so_and_is_asked_each_time(client: Client) -> None:
    response = client.get("/gezondheid/")
    assert (response.status_code, response.text) == (200, "ok\n")
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_site_without_its_database_is_not_healthy(client: Client) -> None:
    def refuse(*_arguments: object) -> None:
        raise OperationalError("the database is away")

    with connection.execute_wrapper(refuse):
        response = client.get("/gezondheid/")
    assert (response.status_code, response.text) == (503, "database\n")
    assert "no-store" in response.headers["Cache-Control"]
