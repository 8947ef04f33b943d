"""What pages show is declared: what each depends on, and what of a row shows nowhere."""

import pytest
from django.apps import apps

from config.shown import editions_of
from delivery.shown import declared
from delivery.triggers import columns_of

OWN = "/artikelen/aan-de-balie/"


def test_what_is_left_out_is_there_to_be_left_out() -> None:
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    for one in declared():
        assert one.table in tables
        assert one.but_not <= set(columns_of(one.table))


@pytest.mark.parametrize(
    ("path", "query", "editions"),
    [
        ("/", "", ("site", "reactions")),
        ("/", "pagina=2", ("site", "reactions")),
        ("/", "reacties=2", ()),
        (OWN, "", ("site", OWN)),
        (OWN, "reacties=2", ("site", OWN)),
        (OWN, "reacties=2&volgorde=nieuwste", ("site", OWN)),
        (OWN, "volgorde=nieuwste&reacties=2", ()),
        (OWN, "reacties=02", ()),
        (OWN, "reacties=123456", ()),
        (OWN, "&", ()),
        (f"{OWN}reageren/", "", ()),
        ("/feeds/artikelen/aan-de-balie/reacties.atom", "", ("site", OWN)),
        ("/feeds/onderwerpen/zorg.atom", "", ("site", "reactions")),
        ("/onderwerpen/café/", "", ("site", "reactions")),
        ("/archief/2026/12/", "", ("site", "reactions")),
        ("/privacy/", "", ("site",)),
        ("/privacy/", "a=b", ()),
        ("/zoeken/", "", ()),
        ("/beheer/", "", ()),
        ("/reacties/12/", "", ()),
        ("/mijn-reacties/abc/", "", ()),
        ("/proef/abc/", "", ()),
        ("/gezondheid/", "", ()),
    ],
)
def test_what_a_page_depends_on(path: str, query: str, editions: tuple[str, ...]) -> None:
    assert editions_of(path, query) == editions
