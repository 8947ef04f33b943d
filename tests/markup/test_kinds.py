import pytest

from markup.kinds import ARTICLE, REACTION, Kind


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.nl/pad?a=1&b=2#kop",
        "http://example.nl",
        "HTTPS://EXAMPLE.NL",
        "https://münchen.example/é",
        "https://nl.wikipedia.example/wiki/'s-Hertogenbosch_(stad)",
        "mailto:ada@example.nl?subject=Hoi",
    ],
)
@pytest.mark.parametrize("kind", [REACTION, ARTICLE])
def test_these_addresses_stay_as_they_are(kind: Kind, address: str) -> None:
    assert kind.accepted("a", "href", address) == address


@pytest.mark.parametrize("address", ["tel:+31201234567", "/artikelen/een/", "/", "#tip-2"])
def test_editors_may_also_point_to_a_telephone_and_within_the_site(address: str) -> None:
    assert ARTICLE.accepted("a", "href", address) == address
    assert REACTION.accepted("a", "href", address) is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:1",
        "data:text/html,x",
        "//example.nl",
        "/\\example.nl",
        "/\t/example.nl",
        "https:/example.nl",
        "https:///example.nl",
        "java\nscript:1",
        "https://example.nl/\x00",
        "https://example.nl\\pad",
        'https://example.nl/"x',
        "https://example.nl/<x>",
        "pagina.html",
        "../pagina",
        "?q=x",
    ],
)
@pytest.mark.parametrize("kind", [REACTION, ARTICLE])
def test_these_addresses_are_refused(kind: Kind, address: str) -> None:
    assert kind.accepted("a", "href", address) is None


def test_spaces_around_an_address_go_and_those_within_are_encoded() -> None:
    pasted = " https://example.nl/Mijn verslag.pdf\n"
    assert ARTICLE.accepted("a", "href", pasted) == "https://example.nl/Mijn%20verslag.pdf"


@pytest.mark.parametrize(
    "tag", ["en", "fry", "nl-BE", "EN-gb", "es-419", "zh-Hant-TW", "zh-cmn-Hans-CN", "nl-x-plat"]
)
def test_a_well_formed_language_tag_is_accepted(tag: str) -> None:
    assert ARTICLE.accepted("span", "lang", tag) == tag


@pytest.mark.parametrize(
    "tag", ["", "e", "Engels!", "nl_NL", "nl-", "-nl", "nl--BE", "en-a", "12", "ën", 'nl" x="']
)
def test_another_language_tag_is_refused(tag: str) -> None:
    assert ARTICLE.accepted("span", "lang", tag) is None


def test_what_is_not_declared_is_refused() -> None:
    assert REACTION.accepted("p", "lang", "nl") is None
    assert REACTION.accepted("script", "src", "https://example.nl") is None
    assert ARTICLE.accepted("p", "style", "color:red") is None


def test_a_link_of_a_reader_is_marked_as_such_whatever_was_asked() -> None:
    assert REACTION.accepted("a", "rel", "opener") == "ugc nofollow noopener"
    assert ARTICLE.accepted("a", "rel", "opener") is None
