import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markup.reactions import reaction_html
from tests.markup.inspection import text_of


def link(address: str, text: str = "") -> str:
    return f'<a href="{address}" rel="ugc nofollow noopener">{text or address}</a>'


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("Mooi artikel, dank u!", "<p>Mooi artikel, dank u!</p>"),
        ("Eén\n\n\n\nTwee", "<p>Eén</p>\n<p>Twee</p>"),
        ("Groet,\r\nRik  \r\nUtrecht", "<p>Groet,<br>\nRik<br>\nUtrecht</p>"),
        ("    ingesprongen", "<p>ingesprongen</p>"),
        ("**Vet** en *schuin*", "<p><strong>Vet</strong> en <em>schuin</em></p>"),
        ("__vet__ en _schuin_", "<p><strong>vet</strong> en <em>schuin</em></p>"),
        ("> Zie Tip 2\n> van Mo", "<blockquote>\n<p>Zie Tip 2<br>\nvan Mo</p>\n</blockquote>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("Punten:\n* een", "<p>Punten:</p>\n<ul>\n<li>een</li>\n</ul>"),
        ("- een\n  - twee", "<ul>\n<li>een\n<ul>\n<li>twee</li>\n</ul>\n</li>\n</ul>"),
        ("1. een\n2. twee", "<ol>\n<li>een</li>\n<li>twee</li>\n</ol>"),
        ("gebruik `x < y`", "<p>gebruik <code>x &lt; y</code></p>"),
        ("```python\nif a < b:\n    c()\n```", "<pre><code>if a &lt; b:\n    c()\n</code></pre>"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_light_markdown_is_understood(typed: str, html: str) -> None:
    assert reaction_html(typed) == html


@pytest.mark.parametrize(
    "typed",
    [
        "# kop",
        "## Tip 2",
        "---",
        "***",
        "* * *",
        "- - -",
        "~~~~",
        "```",
        "```let op",
        "-",
        "1.",
        "2018. Dat jaar begon het",
        "+ goed idee",
        "+31 6 12345678",
        "2*3*4 = 24",
        "collega*s en vriend*innen",
        "mijn_lange_naam en jouw_lange_naam",
        r"¯\_(ツ)_/¯ en C:\temp\map",
        r"\*niet schuin\*",
        "| a | b |",
        "[ ] nog doen, [x] klaar, [](leeg)",
        "[noot]: de verwijzing",
        "[^1] en *) voetnoot",
        "(c) (tm) -- ... en 'enkel' \"dubbel\"",
        "~~doorgehaald~~ x^2^ H~2~O :-) ;-) 8-)",
        "klaar.Is dat zo, e.d.Be, nu.nl en mo@example.nl",
    ],
)
def test_what_is_no_markdown_here_stays_as_it_was_typed(typed: str) -> None:
    html = reaction_html(typed)
    assert html.startswith("<p>")
    assert not re.search("<(?!/?p>)", html)
    assert text_of(html) == typed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>vet</b>", "<p>&lt;b&gt;vet&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        (
            "&lt;b&gt; &amp;lt; &eacute; R&D",
            "<p>&amp;lt;b&amp;gt; &amp;amp;lt; &amp;eacute; R&amp;D</p>",
        ),
        ("ik <3 dit > dat", "<p>ik &lt;3 dit &gt; dat</p>"),
        ("<!-- noot -->", "<p>&lt;!-- noot --&gt;</p>"),
    ],
)
def test_html_is_shown_as_text(typed: str, shown: str) -> None:
    assert reaction_html(typed) == shown


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("[de tip](https://a.nl/b)", link("https://a.nl/b", "de tip")),
        ("[de **tip**](http://a.nl 'titel')", link("http://a.nl", "de <strong>tip</strong>")),
        ("[mail](mailto:mo@a.nl)", link("mailto:mo@a.nl", "mail")),
        ("[noot [1]](https://a.nl)", link("https://a.nl", "noot [1]")),
        ("<https://a.nl/%E2%80%AE>", link("https://a.nl/%E2%80%AE")),
        ("<mo@a.nl>", link("mailto:mo@a.nl", "mo@a.nl")),
        ("![foto](https://a.nl/b.png)", "!" + link("https://a.nl/b.png", "foto")),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](/beheer/)", "[x](/beheer/)"),
        ("<javascript:1>", "&lt;javascript:1&gt;"),
        ("[](https://a.nl)", f"[]({link('https://a.nl')})"),
    ],
)
def test_an_explicit_link(typed: str, html: str) -> None:
    assert reaction_html(typed) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("zie https://a.nl/b.", f"zie {link('https://a.nl/b')}."),
        ("(zie www.a.nl).", f"(zie {link('https://www.a.nl', 'www.a.nl')})."),
        ("(https://a.nl/c_(d))!", f"({link('https://a.nl/c_(d)')})!"),
        ("HTTPS://A.NL, toch?", f"{link('HTTPS://A.NL')}, toch?"),
        ("‘https://a.nl’ “https://b.nl”", f"‘{link('https://a.nl')}’ “{link('https://b.nl')}”"),
        ("https://a.nl/?q=1&r=2", link("https://a.nl/?q=1&amp;r=2")),
        ("https://a.nl/?q=1&copy;=2", link("https://a.nl/?q=1&amp;copy;=2")),
        ("https://a.nl/_b_/*c*/d", link("https://a.nl/_b_/*c*/d")),
        ("*https://a.nl/*", f"<em>{link('https://a.nl/')}</em>"),
        ("https://münchen.example/é", link("https://münchen.example/é")),
        ("`www.a.nl`", "<code>www.a.nl</code>"),
        ("ftp://a.nl en mo@www.a.nl", "ftp://a.nl en mo@www.a.nl"),
        ("http:// en www. en www...", "http:// en www. en www..."),
        ("**[www.b.nl](https://a.nl)**", f"<strong>{link('https://a.nl', 'www.b.nl')}</strong>"),
    ],
)
def test_a_bare_address(typed: str, html: str) -> None:
    assert reaction_html(typed) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("typed", "lists"),
    [
        ("2. Mooi\n3. Ook", ['<ol start="2">']),
        ("2. Mooi\n5. Ook mooi\n6. En dit", ['<ol start="2">', '<ol start="5">']),
        ("1. a\n1. b", ["<ol>", '<ol start="1">']),
        ("0. nul\n1. een", ['<ol start="0">']),
        ("1. a\n   1. b\n   2. c\n2. d", ["<ol>", "<ol>"]),
        ("> 3. a\n> 5. b", ['<ol start="3">', '<ol start="5">']),
    ],
)
def test_numbers_are_shown_as_they_were_typed(typed: str, lists: list[str]) -> None:
    assert re.findall("<ol[^>]*>", reaction_html(typed)) == lists


def test_a_year_at_the_start_of_a_line_is_no_list() -> None:
    assert text_of(reaction_html("Dat was in\n2018. Daarna\n\n1. werd het\n2019. Stil")) == (
        "Dat was in\n2018. Daarna\n\nwerd het\n2019. Stil\n"
    )


def test_a_fence_that_is_not_closed_is_text() -> None:
    """The rest of the reaction became code, and the word behind the fence was not shown."""
    assert reaction_html("```let\n**op**") == "<p>```let<br>\n<strong>op</strong></p>"


WORD = st.from_regex(r"[A-Za-zé0-9]{2,8}", fullmatch=True)
LINE_MARKS = ["-", "*", "+", ">", "1.", "7)", "#", "|", "   ", "```\n", "---\n", "~~~\n", "<div>\n"]
MARK = st.sampled_from(
    [
        *(f"\n{mark} " for mark in LINE_MARKS),
        *(" ", "\n", "\n\n", "\r\n", "\t", " *", "* ", "**", "_", " `", "` ", "~~", "\\", "<!-- "),
        *(
            "[",
            "]",
            "(",
            ")",
            "![",
            "]: ",
            '"',
            "'",
            "<",
            ">",
            "&",
            "…",
            ": ",
            " www.",
            " https://",
        ),
    ]
)


@given(st.lists(st.tuples(MARK, WORD), max_size=12))
def test_no_word_is_lost(pieces: list[tuple[str, str]]) -> None:
    html = reaction_html("".join(mark + word for mark, word in pieces))
    shown = text_of(html)
    for _, word in pieces:
        assert word in shown
        shown = shown[shown.index(word) + len(word) :]


LENGTH = 10_000
PATTERNS = [
    "[",
    "![",
    ">",
    "> - ",
    "- ",
    "- x\n",
    "*",
    "*_",
    "**a *b ",
    "`",
    "```x\n",
    "(",
    "<",
    "&#",
]
PATTERNS += ["[a](", "[a [b", "<a:", "www.(", "(www.a", "https://", "www.a_*", " \n"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_grows_with_the_length_and_no_faster(pattern: str) -> None:
    """Twice what a reaction may hold takes a tenth to half a second. When time grew with the square
    of the length, "[" took two seconds and "(" four.
    """
    begin = time.process_time()
    html = reaction_html((pattern * LENGTH)[:LENGTH] + " klaar")
    assert time.process_time() - begin < 1.5
    assert "klaar" in html


@pytest.mark.parametrize("marker", [">", "> ", "- ", "* ", "1. ", "> - "])
def test_nesting_stops_where_nobody_follows_and_the_text_stays(marker: str) -> None:
    html = reaction_html(marker * 400 + "diep")
    assert len(re.findall("<(?:blockquote|ul|ol)>", html)) <= 8
    assert "diep" in text_of(html)


def test_a_growing_indent_is_bounded_too() -> None:
    html = reaction_html("\n".join("  " * depth + f"- regel{depth}" for depth in range(60)))
    assert html.count("<ul>") <= 8
    assert all(f"regel{depth}" in html for depth in range(60))
