import pytest

from markup.reactions import reaction_html
from markup.references import Reference, references_in, referring


def seen(text: str) -> list[str]:
    return [f"{kind} {number}" for kind, number in references_in(text)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("#12", ["reaction 12"]),
        ("Zie #12.", ["reaction 12"]),
        ("(#12)", ["reaction 12"]),
        ("#12, #3 en #4", ["reaction 12", "reaction 3", "reaction 4"]),
        ("#3 en nog eens #3", ["reaction 3"]),
        ("reactie 12", ["reaction 12"]),
        ("Reactie 12 en REACTIE 13", ["reaction 12", "reaction 13"]),
        ("reactie #12", ["reaction 12"]),
        ("reactie nr. 12", ["reaction 12"]),
        ("reactie nummer 12", ["reaction 12"]),
        ("reactie\n12", ["reaction 12"]),
        ("Ik mis in reactie 12: waarom?", ["reaction 12"]),
        ("onze Tip 2", ["tip 2"]),
        ("tip 2 en reactie 2", ["tip 2", "reaction 2"]),
        ("tip #2", ["tip 2"]),
        ("", []),
        ("12", []),
        ("reactie", []),
        ("twaalf reacties 12", []),
        ("reactie12", []),
        ("mijnreactie 12", []),
        ("de re-reactie 12", []),
        ("gids-tip 2", []),
        ("striptip 2", []),
        ("#0", []),
        ("#012", []),
        ("reactie 0", []),
        ("#1234567", []),
        ("##12", []),
        ("#12a", []),
        ("a#12", []),
        ("#12#", []),
        ("reactie 12.5", []),
        ("reactie 1,5", []),
        ("tip 2-3", []),
        ("&#12;", []),
        ("https://voorbeeld.nl/#12", []),
        ("https://voorbeeld.nl/a#12", []),
        ("#twaalf", []),
        ("# 12", []),
        ("#١٢", []),
        ("#12\u0661", []),
    ],
)
def test_what_a_text_names(text: str, named: list[str]) -> None:
    assert seen(text) == named


def linked(text: str) -> str:
    """As a reader's text, where reactions 12 and 3 and tip 2 are there."""
    there = {
        Reference("reaction", 12): "/reacties/7/",
        Reference("reaction", 3): "/reacties/8/",
        Reference("tip", 2): "/artikelen/balie/#tip-2",
    }
    return referring(reaction_html(text), there.get)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Zie #12.", '<p>Zie <a href="/reacties/7/">#12</a>.</p>'),
        ("Reactie 3!", '<p><a href="/reacties/8/">Reactie 3</a>!</p>'),
        ("*tip 2*", '<p><em><a href="/artikelen/balie/#tip-2">tip 2</a></em></p>'),
        ("#12 en #3", '<p><a href="/reacties/7/">#12</a> en <a href="/reacties/8/">#3</a></p>'),
        ("reactie 99 en tip 3", "<p>reactie 99 en tip 3</p>"),
        ("`#12`", "<p><code>#12</code></p>"),
        ("`a` #12", '<p><code>a</code> <a href="/reacties/7/">#12</a></p>'),
        ("a < b > #12", '<p>a &lt; b &gt; <a href="/reacties/7/">#12</a></p>'),
        ("<b>#12</b>", '<p>&lt;b&gt;<a href="/reacties/7/">#12</a>&lt;/b&gt;</p>'),
        ("&#12;", "<p>&amp;#12;</p>"),
    ],
)
def test_what_is_there_becomes_a_link(text: str, html: str) -> None:
    assert linked(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "[zie #12](https://voorbeeld.nl/)",
        "[**reactie 12**](https://voorbeeld.nl/)",
        "https://voorbeeld.nl/#12",
        "[x](https://voorbeeld.nl/a>#12)",
        '[x](<https://voorbeeld.nl/a> "> reactie 12")',
        "```\nreactie 12\n```",
    ],
)
def test_nothing_within_a_link_or_code_becomes_a_link(text: str) -> None:
    assert linked(text) == reaction_html(text)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://voorbeeld.nl/" title="a > #12">x</a>',
        "<a title='a > #12'>x</a>",
        '<p title="> reactie 12 <">x</p>',
        "<PRE>#12</PRE>",
        "<a><code>#12</code> #12</a>",
    ],
)
def test_an_attribute_is_no_text(html: str) -> None:
    assert referring(html, {Reference("reaction", 12): "/"}.get) == html


def test_after_a_link_text_is_text_again() -> None:
    html = referring("<p><a href='/'>#12</a> #12</p>", {Reference("reaction", 12): "/7/"}.get)
    assert html == "<p><a href='/'>#12</a> <a href=\"/7/\">#12</a></p>"
