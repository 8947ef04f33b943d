from typing import Any

import pytest

from articles.body import Figure, Part, Quote, Text, Tips, body_of, compose
from articles.models import Article, ImageBlock, PullQuote, TextBlock, Tip
from tests.articles.conftest import Stack

WORDS: dict[str, Any] = {
    "text": lambda: TextBlock(text_html="<p>Tekst.</p>"),
    "quote": lambda: PullQuote(quote="Ja.", name="Ina Vos"),
    "image": lambda: ImageBlock(alt="Een stoel."),
    "tip": lambda: Tip(text="Begin op tijd."),
}


def blocks(words: str) -> list[Any]:
    return [WORDS[word]() for word in words.split()]


def outline(part: Part) -> str:
    if isinstance(part, Tips):
        return "tips " + " ".join(str(tip.number) for tip in part.tips)
    return part.kind


@pytest.mark.parametrize(
    ("stacked", "shown"),
    [
        ("", []),
        ("text", ["text"]),
        ("quote image text", ["quote", "figure", "text"]),
        ("text text quote quote", ["text", "text", "quote", "quote"]),
        ("tip", ["tips 1"]),
        ("tip tip tip", ["tips 1 2 3"]),
        ("tip text tip tip", ["tips 1", "text", "tips 2 3"]),
        ("text tip image tip quote tip", ["text", "tips 1", "figure", "tips 2", "quote", "tips 3"]),
    ],
)
def test_tips_that_follow_each_other_are_one_list(stacked: str, shown: list[str]) -> None:
    assert [outline(part) for part in compose(blocks(stacked))] == shown


def test_each_part_holds_what_its_block_says() -> None:
    quote, image = PullQuote(quote="Ja.", name="Ina Vos"), ImageBlock(alt="Een stoel.")
    text, tips, *others = compose([*blocks("text"), Tip(text="Begin op tijd."), quote, image])
    assert isinstance(text, Text)
    assert text.html == "<p>Tekst.</p>"
    assert isinstance(tips, Tips)
    assert [tip.text for tip in tips.tips] == ["Begin op tijd."]
    assert others == [Quote(quote), Figure(image)]


def test_headings_of_different_blocks_do_not_share_an_anchor() -> None:
    same = "<h2>Kop</h2><h3>Kop</h3>"
    html = "".join(
        part.html
        for part in compose([TextBlock(text_html=same), TextBlock(text_html=same)])
        if isinstance(part, Text)
    )
    assert [
        f'id="{name}"' in html for name in ("kop-kop", "kop-kop-2", "kop-kop-3", "kop-kop-4")
    ] == [True] * 4


def test_two_articles_number_their_tips_apart() -> None:
    first, second = compose(blocks("tip")), compose(blocks("tip"))
    assert [outline(part) for part in (*first, *second)] == ["tips 1", "tips 1"]


def test_something_that_is_no_block_is_not_shown_in_silence() -> None:
    stranger: Any = Article(title="Geen blok")
    with pytest.raises(TypeError):
        list(compose([stranger]))


def test_the_blocks_stand_in_the_editor_s_order(article: Article, stack: Stack) -> None:
    stack(article, *blocks("tip quote text tip"))
    assert [outline(part) for part in body_of(article)] == [
        "text",
        "tips 1",
        "quote",
        "text",
        "tips 2",
    ]
