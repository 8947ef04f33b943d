"""How long an article is, and how long reading it takes."""

import pytest
from django.test import Client

from accounts.models import User
from articles.body import words_in
from articles.models import Article, Block, EmbedBlock, ImageBlock, PullQuote, TextBlock, Tip
from articles.models.article import minutes_for
from tests.articles.conftest import Stack
from tests.articles.desk_form import ADD, article_form, block
from tests.conftest import Publish, SignIn


def test_the_words_of_every_block_that_is_read_are_counted() -> None:
    blocks: list[Block] = [
        TextBlock(text_html="<h2>Drie korte woorden</h2><p>En <em>nog</em> twee.</p>"),
        PullQuote(quote="Ik luister.\n\nEcht.", name="Ina Vos", role="Wijkagent"),
        Tip(text="Begin op tijd."),
        ImageBlock(alt="Twee stoelen aan een tafel.", caption="De tafel."),
        EmbedBlock(title="Een video", transcript="Wat er te horen is."),
    ]
    assert words_in(blocks) == 6 + 3 + 3
    assert words_in([]) == 0


@pytest.mark.parametrize(
    ("words", "minutes"),
    [(0, 0), (1, 1), (219, 1), (220, 1), (329, 1), (331, 2), (880, 4), (2_200, 10)],
)
def test_reading_takes_a_minute_at_least(words: int, minutes: int) -> None:
    assert minutes_for(words) == minutes


@pytest.mark.parametrize(
    ("words", "sentence"), [(10, "Leestijd: 1 minuut<"), (880, "Leestijd: 4 minuten<")]
)
def test_page_and_card_say_how_long_reading_takes(
    client: Client, publish: Publish, stack: Stack, words: int, sentence: str
) -> None:
    article = publish()
    stack(article, TextBlock(text_html=f"<p>{'woord ' * (words - 10)}</p>"))
    article.count_words()
    for address in (article.get_absolute_url(), "/"):
        assert sentence in client.get(address).text


def test_what_was_never_counted_claims_nothing(client: Client, publish: Publish) -> None:
    assert "Leestijd" not in client.get(publish().get_absolute_url()).text


def test_counting_changes_nothing_else(publish: Publish) -> None:
    article = publish()
    before = Article.objects.get()
    article.count_words()
    after = Article.objects.get()
    assert after.word_count == 6 + 5
    assert after.changed_at == before.changed_at


def test_saving_at_the_desk_counts_the_words(els: User, sign_in: SignIn) -> None:
    texts = [block(10, text_html="<p>Een twee drie.</p>"), block(20, text_html="<p>Vier.</p>")]
    form = article_form(lead="Kort en goed.", textblock=texts, tip=[block(30, text="Vijf zes.")])
    assert sign_in(els).post(ADD, form).status_code == 302
    assert Article.objects.get().word_count == 3 + 6
