import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from markup.cleaning import clean
from markup.kinds import ARTICLE
from markup.outline import Link, outline
from tests.markup.hostile import PAYLOADS


@pytest.mark.parametrize(
    ("html", "passages"),
    [
        ("", []),
        ("<p>Eén.</p><p>Twee.</p>", [("paragraph", 0, "Eén."), ("paragraph", 0, "Twee.")]),
        ("<h2>Kop</h2><p>Tekst.</p>", [("heading", 2, "Kop"), ("paragraph", 0, "Tekst.")]),
        ("<h4>Diep <em>en</em> schuin</h4>", [("heading", 4, "Diep en schuin")]),
        ("<h2></h2><p> </p>", [("heading", 2, "")]),
        ("<h2> <br></h2>", [("heading", 2, "")]),
        ("<p>Eén<br>twee</p>", [("paragraph", 0, "Eén\ntwee")]),
        ("<p>Eén\n   twee</p>", [("paragraph", 0, "Eén twee")]),
        ("<p>Thee &amp; koffie &lt;3</p>", [("paragraph", 0, "Thee & koffie <3")]),
        ("<ul><li>a</li><li><p>b</p></li></ul>", [("item", 0, "a"), ("item", 0, "b")]),
        ("<ol><li><p>a</p><p>b</p></li></ol>", [("item", 0, "a"), ("item", 0, "b")]),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", [("item", 0, x) for x in "abc"]),
        ("<blockquote>Los <p>en vast</p></blockquote>", [("paragraph", 0, "Los"),
                                                       ("paragraph", 0, "en vast")]),
        ("Los<p>vast</p>los", [("paragraph", 0, x) for x in ("Los", "vast", "los")]),
        ("<table><tr><th>Jaar</th><td>2024</td></tr></table>", [("cell", 0, "Jaar"),
                                                               ("cell", 0, "2024")]),
        ("<table><tr><td><p>a</p></td></tr></table><p>b</p>", [("cell", 0, "a"),
                                                              ("paragraph", 0, "b")]),
    ],
)  # fmt: skip
def test_text_is_read_passage_by_passage(html: str, passages: list[tuple[str, int, str]]) -> None:
    found = outline(html).passages
    assert [(one.role, one.level, one.text) for one in found] == passages


@pytest.mark.parametrize(
    ("html", "bold"),
    [
        ("<p><strong>Helemaal vet</strong></p>", True),
        ("<p><strong>Vet</strong> <em><strong>en vet</strong></em></p>", True),
        ("<p><strong>Vet</strong>.</p>", False),
        ("<p>Niet vet</p>", False),
    ],
)
def test_a_passage_knows_whether_all_of_it_is_bold(html: str, bold: bool) -> None:
    assert outline(html).passages[0].all_bold is bold


def test_a_passage_knows_its_links() -> None:
    read = outline(
        '<p>Lees <a href="/a/?x=1&amp;y">het <em>hele</em> stuk</a> of <a>niets</a>.</p>'
    )
    assert read.passages[0].links == [Link("/a/?x=1&y", "het hele stuk"), Link("", "niets")]


@pytest.mark.parametrize(
    ("html", "headed"),
    [
        ("<table><tr><td>a</td></tr></table>", [False]),
        ("<table><thead><tr><th>a</th></tr></thead></table>", [True]),
        ("<table><tr><th>a</th></tr></table><table><tr><td>b</td></tr></table>", [True, False]),
        ("<p>Geen tabel.</p>", []),
    ],
)
def test_a_table_has_headers_or_not(html: str, headed: list[bool]) -> None:
    assert [table.headed for table in outline(html).tables] == headed


def test_a_table_is_known_by_its_text() -> None:
    read = outline("<table><tr><td><p>Jaar</p></td><td>2024</td></tr></table><p>Erna.</p>")
    assert read.tables[0].text.split() == ["Jaar", "2024"]


@pytest.mark.parametrize("html", PAYLOADS)
def test_hostile_html_is_read_once_it_is_clean(html: str) -> None:
    cleaned = clean(html, ARTICLE)
    assert outline(cleaned) == outline(cleaned)


TAGS = ["p", "h2", "h4", "ul", "li", "table", "tr", "td", "th", "a", "strong"]
FRAGMENTS = [*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), "<br>", "&amp;", "<!"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=20).map("".join))
def test_any_html_can_be_read_once_it_is_clean(html: str) -> None:
    cleaned = clean(html, ARTICLE)
    read = outline(cleaned)
    assert all(one.text or one.level for one in read.passages)
    assert read == outline(cleaned)
