"""The check before publishing: what keeps an article from readers, and what could be better.

`check` is a pure function of an article and its blocks; `proofread` gathers those.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from articles import plain_language as plain
from articles.body import blocks_of
from articles.findings import Code, Finding
from articles.models import Article, Block, EmbedBlock, ImageBlock, PullQuote, TextBlock, Tip
from articles.models.picture import Picture
from markup.outline import Link, Outline, Passage, outline

LONGEST_LEAD: Final = 60  # words
LONGEST_PARAGRAPH: Final = 120  # about six lines of the text column
WITHOUT_SUBHEADING: Final = 300
LONGEST_HEADING: Final = 12
#: A share of sentences is said only of a text that has this many.
ENOUGH_SENTENCES: Final = 8
MUCH_PASSIVE: Final = 0.25
SHOWN: Final = 5

FILE_NAME: Final = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|heic)|(?:IMG|DSC)[_-]?\d+", re.IGNORECASE
)
SAYS_IMAGE: Final = re.compile(
    r"(?:een )?(?:afbeelding|foto|plaatje|beeld|image|picture|photo) (?:van|of)\b", re.IGNORECASE
)
VAGUE: Final = re.compile(
    r"(?:klik |lees )?hier|lees (?:meer|verder)|klik|meer(?: info(?:rmatie)?)?"
    r"|(?:via )?(?:deze )?link|(?:deze )?(?:pagina|website)|download"
    r"|(?:click )?here|(?:read )?more",
    re.IGNORECASE,
)
ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|eu|net)(?:/\S*)?", re.IGNORECASE
)
DOWNLOAD: Final = re.compile(
    r"\.(pdf|docx?|odt|xlsx?|ods|csv|pptx?|odp|zip)(?:[?#]|$)", re.IGNORECASE
)
TYPE: Final = re.compile(
    r"\b(?:pdf|word|docx?|odt|excel|xlsx?|ods|csv|pptx?|odp|zip)\b", re.IGNORECASE
)
SIZE: Final = re.compile(r"\d\s*(?:bytes|[kmg]i?b)\b", re.IGNORECASE)
FAKE_ITEM: Final = re.compile(r"(?:[-*•·]|\d{1,2}[.)])\s")


@dataclass(frozen=True)
class Part:
    """A block, where its form is on the article's page at the desk, and its text if it has html."""

    block: Block
    place: str
    outline: Outline
    text: str  # in the words of whoever wrote the article, one paragraph a line


def proofread(article: Article) -> list[Finding]:
    """What a check finds in an article as it is stored."""
    return check(
        article,
        blocks_of(article),
        authors=article.authorships.count(),
        topics=article.article_topics.count(),
    )


def check(
    article: Article, blocks: Sequence[Block], *, authors: int = 0, topics: int = 0
) -> list[Finding]:
    """First what keeps it from being published, then advice; each from top to bottom."""
    parts = list(_parts(blocks))
    found = [
        *_head(article, bool(parts)),
        *_about(article, authors, topics),
        *_headings(parts),
        *(finding for part in parts for finding in _part(part)),
        *_stretches(parts),
    ]
    if article.language == "nl":
        found += _wording(article, parts)
    order = {place: number for number, place in enumerate(["", *(part.place for part in parts)])}
    return sorted(found, key=lambda one: (not one.blocks, order.get(one.place, 0)))


def _parts(blocks: Iterable[Block]) -> Iterator[Part]:
    numbers: Counter[str] = Counter()
    for block in blocks:
        kind = f"{block._meta.app_label}_{block._meta.model_name}_set"
        place = f"{kind}-{numbers[kind]}"
        numbers[kind] += 1
        read = outline(block.text_html) if isinstance(block, TextBlock) else Outline()
        yield Part(block, place, read, _text(block, read))


def _text(block: Block, read: Outline) -> str:
    match block:
        case TextBlock():
            return "\n".join(one.text for one in read.passages if one.role in {"paragraph", "item"})
        case Tip():
            return block.text
    return ""


# --- The article itself -----------------------------------------------------------------------


def _head(article: Article, has_body: bool) -> Iterator[Finding]:
    if not article.title.strip():
        yield Finding(Code.NO_TITLE, "id_title")
    if not article.lead.strip():
        yield Finding(Code.NO_LEAD, "id_lead")
    if not has_body:
        yield Finding(Code.NO_BODY)
    if article.image:
        yield from _alt(article, "id_alt")
    for words in plain.shouted(article.title):
        yield Finding(Code.CAPITALS, "id_title", words)


def _about(article: Article, authors: int, topics: int) -> Iterator[Finding]:
    words = plain.count_words(article.lead)
    if words > LONGEST_LEAD:
        yield Finding(Code.LONG_LEAD, "id_lead", count=words)
    if not authors:
        yield Finding(Code.NO_AUTHOR, "authorships-group")
    if not topics:
        yield Finding(Code.NO_TOPICS, "id_tags")
    if not article.image:
        yield Finding(Code.NO_PHOTO, "id_image")


def _alt(picture: Picture, place: str) -> Iterator[Finding]:
    """WCAG 1.1.1: what stands for a picture says what is to be seen."""
    alt = picture.alt.strip()
    if picture.decorative:
        return
    if not alt:
        yield Finding(Code.NO_ALT, place)
    elif FILE_NAME.fullmatch(alt):
        yield Finding(Code.ALT_IS_FILE_NAME, place, alt)
    elif says := SAYS_IMAGE.match(alt):
        yield Finding(Code.ALT_SAYS_IMAGE, place, says[0].lower())


# --- Block by block -----------------------------------------------------------------------------


def _part(part: Part) -> Iterator[Finding]:
    match part.block:
        case TextBlock():
            yield from _html(part)
        case PullQuote() if not part.block.name.strip():
            yield Finding(Code.QUOTE_WITHOUT_NAME, part.place, plain.excerpt(part.block.quote))
        case ImageBlock():
            yield from _alt(part.block, part.place)
        case EmbedBlock() if not part.block.transcript.strip():
            yield Finding(Code.NO_TRANSCRIPT, part.place, part.block.title)


def _html(part: Part) -> Iterator[Finding]:
    for table in part.outline.tables:
        if not table.headed:
            yield Finding(Code.TABLE_WITHOUT_HEADERS, part.place, plain.excerpt(table.text, 4))
    for passage in part.outline.passages:
        yield from (replace(one, place=part.place) for one in _passage(passage))
    if len(items := _fake_items(part.outline)) > 1:
        yield Finding(Code.FAKE_LIST, part.place, plain.excerpt(items[0]))


def _passage(passage: Passage) -> Iterator[Finding]:
    for link in passage.links:
        yield from _link(link)
    for capitals in plain.shouted(passage.text):
        yield Finding(Code.CAPITALS, evidence=plain.excerpt(capitals))
    if passage.role not in {"paragraph", "item"}:
        return
    words = plain.count_words(passage.text)
    if words > LONGEST_PARAGRAPH:
        yield Finding(Code.LONG_PARAGRAPH, evidence=plain.excerpt(passage.text), count=words)
    if passage.role == "paragraph" and passage.all_bold and words <= LONGEST_HEADING:
        yield Finding(Code.FAKE_HEADING, evidence=plain.excerpt(passage.text))


def _link(link: Link) -> Iterator[Finding]:
    if VAGUE.fullmatch(link.text.strip(" .:›»>→")):
        yield Finding(Code.VAGUE_LINK, evidence=link.text)
    if ADDRESS.fullmatch(link.text):
        yield Finding(Code.BARE_LINK, evidence=link.text)
    if DOWNLOAD.search(link.href) and not (TYPE.search(link.text) and SIZE.search(link.text)):
        yield Finding(Code.DOWNLOAD, evidence=plain.excerpt(link.text))


def _fake_items(read: Outline) -> list[str]:
    paragraphs = (one.text for one in read.passages if one.role == "paragraph")
    return [line for text in paragraphs for line in text.split("\n") if FAKE_ITEM.match(line)]


# --- From block to block ------------------------------------------------------------------------


def _passages(parts: Iterable[Part]) -> Iterator[tuple[Passage, str]]:
    return ((passage, part.place) for part in parts for passage in part.outline.passages)


def _headings(parts: Iterable[Part]) -> Iterator[Finding]:
    """WCAG 1.3.1 and 2.4.6. The title of the article is heading 1."""
    level = 1
    for heading, place in _passages(parts):
        if heading.role != "heading":
            continue
        if not heading.text:
            yield Finding(Code.HEADING_EMPTY, place)
        elif heading.level > level + 1:
            yield Finding(Code.HEADING_SKIPPED, place, plain.excerpt(heading.text))
        level = heading.level


def _stretches(parts: Iterable[Part]) -> Iterator[Finding]:
    """Where many words follow each other without a heading."""
    words, start = 0, ""
    for passage, place in [*_passages(parts), (Passage("heading"), "")]:
        if passage.role == "heading":
            if words > WITHOUT_SUBHEADING:
                yield Finding(Code.NO_SUBHEADING, start, count=words)
            words, start = 0, ""
        else:
            words, start = words + plain.count_words(passage.text), start or place


# --- The wording, of a text in Dutch --------------------------------------------------------------


def _wording(article: Article, parts: Sequence[Part]) -> Iterator[Finding]:
    texts = [("id_lead", article.lead), *((part.place, part.text) for part in parts)]
    whole = "\n".join(text for _place, text in texts)
    told: set[str] = set()
    for place, text in texts:
        yield from _hard(place, text)
        short = set(plain.unexplained(plain.abbreviations(text), whole)) - told
        if short:
            yield Finding(
                Code.ABBREVIATIONS, place, ", ".join(f"‘{one}’" for one in sorted(short)[:SHOWN])
            )
        told |= short
    yield from _passive(whole)


def _hard(place: str, text: str) -> Iterator[Finding]:
    if long := plain.long_sentences(text):
        yield Finding(Code.LONG_SENTENCES, place, plain.excerpt(long[0], 12), len(long))
    if hard := plain.hard_words(text):
        pairs = (f"‘{word}’ ({easy})" for word, easy in hard[:SHOWN])
        yield Finding(Code.JARGON, place, ", ".join(pairs))


def _passive(whole: str) -> Iterator[Finding]:
    every, passive = plain.sentences(whole), plain.passive_sentences(whole)
    if len(every) >= ENOUGH_SENTENCES and len(passive) > MUCH_PASSIVE * len(every):
        share = round(100 * len(passive) / len(every))
        yield Finding(Code.PASSIVE, evidence=plain.excerpt(passive[0], 10), count=share)


def refusal(findings: Iterable[Finding]) -> str:
    """Why an article with these findings cannot be published, or nothing."""
    return " ".join(plain.unique(one.sentence for one in findings if one.blocks))
