"""What the check finds: an article and its blocks in, findings out; no database."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.findings import BLOCKING, SENTENCES, Code
from articles.models import Article, Block, EmbedBlock, ImageBlock, PullQuote, TextBlock, Tip
from articles.proofreading import check, refusal
from markup.editor import article_html

WORD_PER_WORD = "woord " * 20


#: A picture of which the size is known, so that nobody opens its file.
PICTURE: dict[str, Any] = {"image": "a.jpg", "image_width": 8, "image_height": 5}


def draft(**fields: Any) -> Article:
    """Nothing to remark about, except where the fields say otherwise."""
    fine = {"title": "Aan de balie", "lead": "Wat er gebeurt.", "alt": "Een stoel.", **PICTURE}
    return Article(**fine | fields)


def text(html: str) -> TextBlock:
    return TextBlock(text_html=article_html(html))


def found(*blocks: Block, article: Article | None = None) -> list[tuple[str, str]]:
    """The code and the evidence of each finding, in an article that is fine for the rest."""
    findings = check(article or draft(), blocks or [text("<p>Kort.</p>")], authors=1, topics=1)
    return [(one.code.value, one.evidence) for one in findings]


def test_an_article_that_is_fine_has_no_findings() -> None:
    blocks: list[Block] = [
        text("<h2>Kop</h2><p>Tekst met <a href='/a/'>het verslag</a>.</p><h3>Onder</h3>"),
        PullQuote(quote="Ik luister.", name="Ina Vos"),
        Tip(text="Begin op tijd."),
        ImageBlock(**PICTURE, alt="Een lege zaal."),
        EmbedBlock(title="De zaal", address="https://voorbeeld.nl/", transcript="Stilte."),
        text("<h2>Nog een</h2><table><tr><th>Jaar</th></tr></table>"),
    ]
    assert found(*blocks) == []


@pytest.mark.parametrize(
    ("fields", "findings"),
    [
        ({"title": " "}, [("no-title", "")]),
        ({"title": "DIT IS NIEUWS"}, [("capitals", "DIT IS NIEUWS")]),
        ({"lead": "\n"}, [("no-lead", "")]),
        ({"lead": "Een woord. " * 30}, []),
        ({"lead": "Een woord. " * 31}, [("long-lead", "")]),
        ({"image": ""}, [("no-photo", "")]),
        ({"image": "", "alt": "foto van niets"}, [("no-photo", "")]),
        ({"alt": ""}, [("no-alt", "")]),
        ({"alt": "", "decorative": True}, []),
        ({"alt": "IMG_0042.jpg"}, [("alt-is-file-name", "IMG_0042.jpg")]),
        ({"alt": "Foto van een stoel"}, [("alt-says-image", "foto van")]),
        ({"lead": WORD_PER_WORD + "eind."}, [("long-sentences", "woord " * 12 + "…")]),
        ({"lead": WORD_PER_WORD + "eind.", "language": "en"}, []),
    ],
)
def test_the_article_itself(fields: dict[str, Any], findings: list[tuple[str, str]]) -> None:
    assert found(article=draft(**fields)) == findings


@pytest.mark.parametrize(
    ("authors", "topics", "codes"),
    [(1, 1, []), (0, 1, ["no-author"]), (1, 0, ["no-topics"]), (0, 0, ["no-author", "no-topics"])],
)
def test_an_article_has_an_author_and_topics(authors: int, topics: int, codes: list[str]) -> None:
    findings = check(draft(), [text("<p>Kort.</p>")], authors=authors, topics=topics)
    assert [one.code.value for one in findings] == codes


def test_an_article_without_blocks_is_empty() -> None:
    assert [one.code for one in check(draft(), [], authors=1, topics=1)] == [Code.NO_BODY]


@pytest.mark.parametrize(
    ("alt", "decorative", "code"),
    [
        ("Een stoel.", False, None),
        ("Tekening van een stoel.", False, None),
        ("De foto van oma hangt scheef.", False, None),
        ("", False, "no-alt"),
        ("  ", False, "no-alt"),
        ("", True, None),
        ("IMG_1.jpg", True, None),
        ("foto.JPEG", False, "alt-is-file-name"),
        ("wordt-dit-gelezen.webp", False, "alt-is-file-name"),
        ("DSC00012", False, "alt-is-file-name"),
        ("Afbeelding van een stoel.", False, "alt-says-image"),
        ("Een foto van een stoel.", False, "alt-says-image"),
        ("picture of a chair", False, "alt-says-image"),
        ("Fotovanger op het plein.", False, None),
    ],
)
def test_words_for_who_cannot_see_a_picture(alt: str, decorative: bool, code: str | None) -> None:
    block = ImageBlock(**PICTURE, alt=alt, decorative=decorative)
    assert [one for one, _ in found(block)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("texts", "findings"),
    [
        (["<h2>A</h2>"], []),
        (["<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>"], []),
        (["<h3>B</h3>"], [("heading-skipped", "B")]),
        (["<h4>C</h4>"], [("heading-skipped", "C")]),
        (["<h2>A</h2><h4>C</h4>"], [("heading-skipped", "C")]),
        (["<h2>A</h2>", "<p>Tussen.</p>", "<h4>C</h4>"], [("heading-skipped", "C")]),
        (["<h2>A</h2>", "<h3>B</h3>"], []),
        (["<h3>B</h3><h4>C</h4>"], [("heading-skipped", "B")]),
        (["<h2></h2><p>a</p>"], [("heading-empty", "")]),
        (["<h2>&nbsp;</h2><p>a</p>"], [("heading-empty", "")]),
        (["<h3> </h3><h4>a</h4>"], [("heading-empty", "")]),
    ],
)
def test_headings_go_down_one_by_one(texts: list[str], findings: list[tuple[str, str]]) -> None:
    assert found(*map(text, texts)) == findings


@pytest.mark.parametrize(
    ("html", "findings"),
    [
        ("<table><tr><td>Jaar</td></tr></table>", [("table-without-headers", "Jaar")]),
        ("<table><tr><th>Jaar</th><td>2024</td></tr></table>", []),
        ('<p><a href="/a/">hier</a></p>', [("vague-link", "hier")]),
        ('<p><a href="/a/">Klik hier</a></p>', [("vague-link", "Klik hier")]),
        ('<p><a href="/a/">Lees meer →</a></p>', [("vague-link", "Lees meer →")]),
        ('<p><a href="/a/">deze link</a></p>', [("vague-link", "deze link")]),
        ('<p><a href="/a/">hier staat het verslag</a></p>', []),
        ('<ul><li><a href="/a/">link</a></li></ul>', [("vague-link", "link")]),
        ('<p><a href="/a/">https://voorbeeld.nl/a</a></p>', [("bare-link", "https://voorbeeld.nl/a")]),
        ('<p><a href="/a/">www.voorbeeld.nl</a></p>', [("bare-link", "www.voorbeeld.nl")]),
        ('<p><a href="/a/">voorbeeld.nl/a</a></p>', [("bare-link", "voorbeeld.nl/a")]),
        ('<p><a href="/a.pdf">het verslag</a></p>', [("download", "het verslag")]),
        ('<p><a href="/a.pdf">het verslag (pdf)</a></p>', [("download", "het verslag (pdf)")]),
        ('<p><a href="/a.pdf">het verslag (2 MB)</a></p>', [("download", "het verslag (2 MB)")]),
        ('<p><a href="/a.PDF?v=2">het verslag (pdf, 2,1 MB)</a></p>', []),
        ('<p><a href="/a.docx">het verslag (Word, 80 kB)</a></p>', []),
        ('<p><a href="/pdf/">over pdf</a></p>', []),
        ("<p>Dat is BELANGRIJK.</p>", [("capitals", "BELANGRIJK")]),
        ("<h2>LET OP DIT</h2>", [("capitals", "LET OP DIT")]),
        ("<p>- een<br>- twee</p>", [("fake-list", "- een")]),
        ("<p>1. een</p><p>2. twee</p>", [("fake-list", "1. een")]),
        ("<p>• een</p><p>• twee</p>", [("fake-list", "• een")]),
        ("<p>- een</p>", []),
        ("<p>– Ga weg!</p><p>– Nee.</p>", []),
        ("<ul><li>- een</li><li>- twee</li></ul>", []),
        ("<p>2024 was goed.</p><p>2025 niet.</p>", []),
        ("<p><strong>Wat werkt</strong></p>", [("fake-heading", "Wat werkt")]),
        ("<p><strong>Wat</strong> werkt</p>", []),
        ("<ul><li><strong>Wat werkt</strong></li></ul>", []),
        (f"<p>{'Een woord. ' * 60}</p>", []),
        (f"<p>{'Een woord. ' * 61}</p>", [("long-paragraph", "Een woord. " * 4 + "…")]),
        (f"<p>{WORD_PER_WORD}</p>", []),
        (f"<p>{WORD_PER_WORD}eind.</p>", [("long-sentences", "woord " * 12 + "…")]),
        ("<p>Thans is het klaar.</p>", [("jargon", "‘thans’ (nu)")]),
        ("<p>Ga naar het UWV, d.w.z. daar.</p>", [("abbreviations", "‘UWV’, ‘d.w.z.’")]),
        ("<p>Het waterschap (WBA) en het WBA.</p>", []),
        ("<p>Bel de EU.</p>", []),
    ],
)  # fmt: skip
def test_a_text(html: str, findings: list[tuple[str, str]]) -> None:
    assert found(text(html)) == findings


@pytest.mark.parametrize(
    ("block", "findings"),
    [
        (PullQuote(quote="Ik luister.", name=" "), [("quote-without-name", "Ik luister.")]),
        (PullQuote(quote="DIT IS BELANGRIJK, thans.", name="Ina"), []),
        (EmbedBlock(title="De zaal"), [("no-transcript", "De zaal")]),
        (EmbedBlock(title="De zaal", transcript="Stilte."), []),
        (Tip(text="Doe het thans."), [("jargon", "‘thans’ (nu)")]),
    ],
)
def test_the_other_blocks(block: Block, findings: list[tuple[str, str]]) -> None:
    assert found(block) == findings


@pytest.mark.parametrize(
    ("paragraphs", "heading", "counts"), [(5, "", []), (6, "", [360]), (6, "<h2>Kop</h2>", [])]
)
def test_many_words_without_a_heading(paragraphs: int, heading: str, counts: list[int]) -> None:
    """Also when they are spread over blocks."""
    parts = [f"<p>{'Een woord. ' * 30}</p>"] * paragraphs
    blocks = [text(part) for part in [*parts[:3], heading + parts[0], *parts[3:]][:paragraphs]]
    findings = check(draft(), blocks, authors=1, topics=1)
    assert [one.count for one in findings if one.code == Code.NO_SUBHEADING] == counts


@pytest.mark.parametrize(("passive", "share"), [(2, []), (3, [27])])
def test_a_text_in_which_nobody_does_anything(passive: int, share: list[int]) -> None:
    sentences = ["Er wordt gelezen."] * passive + ["Wij lezen."] * (10 - passive)
    findings = check(
        draft(lead="Kort"), [text(f"<p>{' '.join(sentences)}</p>")], authors=1, topics=1
    )
    assert [one.count for one in findings if one.code == Code.PASSIVE] == share


def test_an_abbreviation_is_told_once() -> None:
    assert found(text("<p>Het UWV.</p>"), text("<p>Het UWV.</p>")) == [("abbreviations", "‘UWV’")]


def test_a_finding_says_in_which_block_it_is_by_the_id_of_its_form() -> None:
    blocks: list[Block] = [
        text("<p>Goed.</p>"),
        ImageBlock(alt=""),
        text("<h4>Diep</h4><p><a href='/'>hier</a></p>"),
        ImageBlock(alt="b.jpg"),
    ]
    findings = check(draft(lead=""), blocks, authors=0, topics=1)
    assert [(one.code.value, one.place) for one in findings] == [
        ("no-lead", "id_lead"),
        ("no-alt", "articles_imageblock_set-0"),
        ("heading-skipped", "articles_textblock_set-1"),
        ("alt-is-file-name", "articles_imageblock_set-1"),
        ("no-author", "authorships-group"),
        ("vague-link", "articles_textblock_set-1"),
    ]


def test_what_blocks_is_one_refusal_and_advice_is_none() -> None:
    findings = check(draft(title=""), [text("<h3>B</h3><p>BELANGRIJK</p>")])
    assert refusal(findings) == (
        "De titel is leeg. De kop ‘B’ slaat een niveau over. "
        "Na de titel komt kop 2, daarna pas kop 3."
    )
    assert refusal(check(draft(), [text("<p>BELANGRIJK</p>")])) == ""


def test_every_finding_has_words() -> None:
    assert set(SENTENCES) == set(Code)
    assert set(Code) > BLOCKING


@pytest.mark.parametrize(
    ("long", "sentence"),
    [
        (1, "1 zin is lang: ‘"),
        (2, "2 zinnen zijn lang. De langste: ‘"),
    ],
)
def test_one_sentence_is_one_and_two_are_two(long: int, sentence: str) -> None:
    html = f"<p>{' '.join(['W' + WORD_PER_WORD + 'eind.'] * long)}</p>"
    (finding,) = check(draft(), [text(html)], authors=1, topics=1)
    assert finding.sentence.startswith(sentence)


FRAGMENTS = ["<p>", "</p>", "<h2>", "<h4>", "</h4>", "<ul><li>", "</li></ul>", "<strong>", "<br>"]
FRAGMENTS += ["<table><tr><td>", "</td></tr></table>", '<a href="/x.pdf">', "</a>", "</strong>"]
FRAGMENTS += ["UWV ", "wordt. ", "1. ", "- ", "%s %(evidence)s "]
HTML = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=12), max_size=25).map("".join)


@settings(deadline=None)
@given(HTML, st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_written_the_check_answers_and_always_the_same(
    html: str, words: str, alt: str
) -> None:
    blocks: list[Block] = [text(html), Tip(text=words), ImageBlock(alt=alt)]
    blocks.append(PullQuote(quote=words, name=alt))
    article = draft(title=words, lead=alt)
    findings = check(article, blocks)
    assert findings == check(article, blocks)
    assert all(one.sentence for one in findings)
    assert [one.blocks for one in findings] == sorted(
        (one.blocks for one in findings), reverse=True
    )
