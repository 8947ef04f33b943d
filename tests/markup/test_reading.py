import pytest
from hypothesis import given
from hypothesis import strategies as st

from markup.editor import article_html
from markup.reading import lines_of


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("", []),
        ("<p>Een vraag.</p>", ["Een vraag."]),
        ("<p>Eén &amp; <strong>twee</strong></p>", ["Eén & twee"]),
        ("<p>Een<br>twee</p>", ["Een", "twee"]),
        ("<h2>Kop</h2><p>Tekst</p>", ["## Kop", "Tekst"]),
        ("<h4>Kop</h4>", ["#### Kop"]),
        ("<ul><li>een</li><li>twee</li></ul>", ["– een", "– twee"]),
        ("<ul><li><p>een</p></li></ul>", ["– een"]),
        ("<blockquote><p>Zij zei dat.</p></blockquote>", ["> Zij zei dat."]),
        ("<table><tbody><tr><th>Jaar</th><td>2018</td></tr></tbody></table>", ["Jaar | 2018"]),
        ("<p>  veel \n wit  </p><p></p>", ["veel wit"]),
    ],
)
def test_html_is_read_line_by_line(html: str, lines: list[str]) -> None:
    assert lines_of(html, marked=True) == lines


def test_without_marks_only_the_words_are_left() -> None:
    html = "<h2>Kop</h2><ul><li>een</li></ul><table><tr><td>a</td><td>b</td></tr></table>"
    assert lines_of(html) == ["Kop", "een", "a b"]


@given(st.text(max_size=200))
def test_whatever_was_cleaned_can_be_read(text: str) -> None:
    lines = lines_of(article_html(f"<p>{text}</p>"), marked=True)
    assert all(line == " ".join(line.split()) for line in lines)
