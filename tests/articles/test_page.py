"""The article page, part by part, on one article that has them all."""

import re

import pytest
from django.template import Context, Template
from django.test import Client
from pytest_django.asserts import assertInHTML

from articles.models import Article, Author, Authorship, ImageBlock, PullQuote, TextBlock, Tip
from tests.articles.conftest import CountQueries, Photo, Stack
from tests.conftest import Publish, React


@pytest.fixture
def page(client: Client, rich: Article) -> str:
    """The article that has every part, as a reader gets it."""
    return str(client.get(rich.get_absolute_url()).text)


def test_title_lead_and_name_of_the_page(page: str) -> None:
    assertInHTML("<title>Wie luistert er? - Grensvlak</title>", page)
    assertInHTML('<h1 lang="nl">Wie luistert er?</h1>', page)
    assert page.count("<h1") == 1
    assertInHTML('<p class="lead">Wat er gebeurt aan de balie.</p>', page)
    assertInHTML('<meta name="description" content="Wat er gebeurt aan de balie.">', page)


def test_the_date_is_dutch_for_people_and_exact_for_machines(page: str) -> None:
    assertInHTML('<time datetime="2018-01-24T15:23:00+01:00">24 januari 2018</time>', page)


def test_the_subjects_stand_there_as_hashtags(page: str) -> None:
    assertInHTML('<a class="hashtag" href="/onderwerpen/overheid/">#overheid</a>', page)
    assertInHTML('<a class="hashtag" href="/onderwerpen/open-data/">#open data</a>', page)


def test_the_byline_names_the_authors_in_their_order(page: str) -> None:
    byline = """<p class="byline">Geplaatst door
        <a href="#auteur-zoe-bos">Zoë Bos</a>, <a href="#auteur-bram-aal">Bram Aal</a> en
        <a href="#auteur-cor-post">Cor Post</a></p>"""
    assertInHTML(byline, page)


def test_the_photo_has_words_for_who_cannot_see_it(page: str, rich: Article) -> None:
    figure = page.partition('<figure class="picture picture--opening">')[2].partition("</figure>")[
        0
    ]
    assert f'<img src="{rich.image.wide}" alt="Twee stoelen aan een tafel." width="80"' in figure
    caption = """<figcaption>De tafel van maandag.
        <span class="picture__credit">Foto: Cor Post</span></figcaption>"""
    assertInHTML(caption, figure)


def test_a_decorative_picture_is_not_read_out(page: str) -> None:
    block = ImageBlock.objects.get()
    figure = page.partition('<figure class="picture picture--inline">')[2].partition("</figure>")[0]
    assert f'<img src="{block.image.column}" alt="" width="80" height="50"' in figure
    assert "figcaption" not in figure


def test_a_large_picture_has_its_size_in_plain_digits(
    client: Client, publish: Publish, photo: Photo
) -> None:
    article = publish(image=photo(size=(2000, 1000)), decorative=True)
    page = client.get(article.get_absolute_url()).text
    assert f'<img src="{article.image.wide}" alt="" width="1600" height="900"' in page


def test_headings_can_be_pointed_at_also_when_they_say_the_same(page: str) -> None:
    assertInHTML('<h2 id="kop-wat-werkt">Wat werkt</h2>', page)
    assertInHTML('<h2 id="kop-wat-werkt-2">Wat werkt</h2>', page)


def test_no_id_is_given_twice(page: str) -> None:
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))


def test_a_pull_quote_names_who_says_it(page: str) -> None:
    quote = """<figure class="pull-quote">
        <blockquote><p>Ik luister.</p><p>Echt.</p></blockquote>
        <figcaption><span class="pull-quote__name">Ina Vos</span>
        <span class="pull-quote__role">Wijkagent, Politie</span></figcaption></figure>"""
    assertInHTML(quote, page)


def test_tips_are_numbered_through_the_article(page: str) -> None:
    assert re.findall(r'<ol class="tips" start="(\d+)">', page) == ["1", "3"]
    assert re.findall(r'<li id="(tip-\d+)"', page) == ["tip-1", "tip-2", "tip-3"]
    second = page.partition('id="tip-2"')[2].partition("</li>")[0]
    assert "Neem een stoel mee." in second


def test_a_card_introduces_each_author(client: Client, publish: Publish, photo: Photo) -> None:
    author = Author.objects.create(
        name="Cor Post",
        slug="cor-post",
        role="Fotograaf",
        bio="Maakt portretten.",
        website="https://cor.voorbeeld.nl/",
        portrait=photo(),
    )
    article = publish()
    Authorship.objects.create(article=article, author=author, contribution="foto")
    portrait = Template('{% load pictures %}{% picture file "portrait" %}').render(
        Context({"file": author.portrait})
    )
    card = f"""<li class="author-card" id="auteur-cor-post" tabindex="-1">
        {portrait}
        <div><h3><a href="/auteurs/cor-post/">Cor Post</a></h3>
        <p class="author-card__role">Fotograaf</p>
        <p class="author-card__part">Bijdrage: foto</p><p>Maakt portretten.</p>
        <p><a href="https://cor.voorbeeld.nl/">Website van Cor Post</a></p></div></li>"""
    page = client.get(article.get_absolute_url()).text
    assertInHTML(card, page)
    assertInHTML('<h2 id="auteurs-kop">Over de auteur</h2>', page)


def test_a_series_and_what_comes_next_close_the_article(page: str) -> None:
    assertInHTML('<h2 id="reeks-kop">Reeks: Het loket</h2>', page)
    assertInHTML("<strong>Binnenkort:</strong>", page)
    assertInHTML('<h2 id="auteurs-kop">Over de auteurs</h2>', page)


def test_an_article_in_another_language_says_so(client: Client, publish: Publish) -> None:
    page = client.get(publish("At the counter", language="en").get_absolute_url()).text
    assertInHTML('<h1 lang="en">At the counter</h1>', page)
    assert re.search(r'<div class="article__body" lang="en">\s*<p class="lead">', page)
    assert '<html lang="nl">' in page


def test_a_bare_article_has_no_empty_parts(client: Client, publish: Publish) -> None:
    page = client.get(publish().get_absolute_url()).text
    assert "<figure" not in page
    assert 'id="auteurs-kop"' not in page
    assert "Geplaatst door" not in page


@pytest.mark.parametrize(
    ("reactions", "count"), [(0, "0 reacties"), (1, "1 reactie"), (6, "6 reacties")]
)
def test_the_head_counts_the_reactions(
    client: Client, article: Article, react: React, reactions: int, count: str
) -> None:
    for number in range(reactions):
        react(f"Reactie {number}")
    page = client.get(article.get_absolute_url()).text
    assertInHTML(f'<p class="article__count"><a href="#reacties">{count}</a></p>', page)


def test_what_editors_type_is_shown_and_not_run(
    client: Client, publish: Publish, stack: Stack
) -> None:
    evil = "<script>alert(1)</script>"
    article = publish(evil, slug="kwaad", announcement=evil)
    stack(article, PullQuote(quote=evil, name=evil), Tip(text=evil))
    article.tags.add(evil)
    page = client.get(article.get_absolute_url()).text
    assert evil not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 6


def test_a_page_takes_as_many_queries_for_sixty_blocks_as_for_two(
    rich: Article, stack: Stack, count_queries: CountQueries
) -> None:
    few = count_queries(rich.get_absolute_url())
    stack(rich, *(TextBlock(text_html=f"<p>Alinea {number}.</p>") for number in range(30)))
    stack(rich, *(Tip(text=f"Tip {number}") for number in range(15)))
    stack(rich, *(PullQuote(quote="Ja.", name="Ina Vos") for _ in range(15)))
    assert count_queries(rich.get_absolute_url()) == few <= 12
