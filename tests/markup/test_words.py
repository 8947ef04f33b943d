import pytest

from markup.words import text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>Een</p><p>twee</p>", "Een twee"),
        ("<ul><li>een</li><li>twee</li></ul>", "een twee"),
        ("<p>een<br>twee<br/>drie</p>", "een twee drie"),
        ("<h2>Kop</h2><p>tekst</p>", "Kop tekst"),
        ("<table><tr><th>a</th><td>b</td></tr></table>", "a b"),
        ("<p>woor<em>d</em>en, <strong>ja</strong>.</p>", "woorden, ja."),
        ("<p>vis &amp; friet &lt;b&gt;</p>", "vis & friet <b>"),
        ("<p>  veel \n wit </p>", "veel wit"),
    ],
)
def test_the_words_stay_apart_and_the_markup_goes(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>een</p><p>twee</p>", "een twee"),
        ("ge<strong>meen</strong>te", "gemeente"),
        ("Noot &amp; <em>Bos</em><br>hout", "Noot & Bos hout"),
        ('<a href="/x">hier</a>', "hier"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
    ],
)
def test_a_paragraph_ends_a_word_and_emphasis_does_not(html: str, text: str) -> None:
    assert text_of(html) == text
