"""The verbs keep the index up to date, in the same transaction as what they change."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image

from accounts.models import User
from articles.models import (
    Article,
    Author,
    EmbedBlock,
    ImageBlock,
    PullQuote,
    TextBlock,
    Tip,
    Topic,
)
from comments.models.decision import Reason
from search.models import Entry, Within, Words
from tests.articles.desk_form import ADD, article_form, block
from tests.conftest import React, SignIn
from tests.search.conftest import Answer, Write, titles


def photo() -> SimpleUploadedFile:
    buffer = BytesIO()
    Image.new("RGB", (80, 50), "teal").save(buffer, "jpeg")
    return SimpleUploadedFile("foto.jpg", buffer.getvalue(), "image/jpeg")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (TextBlock, {"text_html": "<p>Met <em>zonne</em>bloemen.</p>"}),
        (PullQuote, {"quote": "Zonnebloemen!", "name": "Ina Vos"}),
        (PullQuote, {"quote": "Ja.", "name": "Ina", "organisation": "De Zonnebloemen"}),
        (Tip, {"text": "Plant zonnebloemen."}),
        (ImageBlock, {"image": photo, "alt": "Zonnebloemen"}),
        (ImageBlock, {"image": photo, "decorative": True, "caption": "Zonnebloemen"}),
        (EmbedBlock, {"address": "https://voorbeeld.nl/", "title": "Zonnebloemen"}),
        (EmbedBlock, {"address": "https://voorbeeld.nl/", "transcript": "Zonnebloemen."}),
    ],
)
def test_every_kind_of_block_is_found(write: Write, kind: Any, fields: dict[str, Any]) -> None:
    article = write("Titel")
    made = {name: value() if callable(value) else value for name, value in fields.items()}
    kind.objects.create(parent=article, region="main", ordering=20, **made)
    assert titles("zonnebloem") == []
    article.index()
    assert titles("zonnebloem") == ["Titel"]


def test_blocks_are_read_in_their_order(write: Write) -> None:
    article = write("Titel", "tot het eind")
    Tip.objects.create(parent=article, region="main", ordering=5, text="Lees door")
    article.index()
    assert titles('"door tot het"') == ["Titel"]


def test_what_is_saved_at_the_desk_is_found(els: User, sign_in: SignIn, write: Write) -> None:
    client = sign_in(els)
    form = article_form(textblock=[block(10, text_html="<p>Een zonnebloem.</p>")], tags="natuur")
    assert client.post(ADD, form).status_code == 302
    article = Article.objects.get(slug="aan-de-balie")
    assert titles("zonnebloem") == []  # a draft
    article.publish(by=els)
    assert titles("zonnebloem") == titles("natuur") == ["Aan de balie"]


def test_what_is_changed_at_the_desk_is_found_as_it_is_now(
    els: User, sign_in: SignIn, write: Write
) -> None:
    article = write("De tulp")
    TextBlock.objects.all().delete()
    form = article_form(title="De roos", slug=article.slug, lead="Anders")
    page = f"/beheer/articles/article/{article.pk}/change/"
    assert sign_in(els).post(page, form).status_code == 302
    assert titles("tulp") == []
    assert titles("roos") == titles("anders") == ["De roos"]


def test_withdrawing_and_publishing_again(write: Write, els: User) -> None:
    article = write("De tulp")
    article.withdraw(els)
    assert not Entry.objects.exists()
    assert not Words.objects.exists()
    article.publish(by=els)
    assert titles("tulp") == ["De tulp"]
    article.publish()
    assert Entry.objects.count() == Words.objects.count() == 1


def test_what_is_deleted_leaves_nothing_behind(write: Write) -> None:
    write("De tulp").delete()
    write("De roos")
    Article.objects.all().delete()
    assert not Entry.objects.exists()
    assert not Words.objects.exists()


def test_a_new_name_is_found_and_the_old_one_is_not(write: Write) -> None:
    write("Titel", by=["Noor"], topics=["natuur"])
    author, topic = Author.objects.get(), Topic.objects.get()
    author.name, topic.name = "Hanne", "milieu"
    author.save()
    topic.save()
    assert titles("noor") == titles("natuur") == []
    assert titles("hanne") == titles("milieu") == ["Titel"]


def test_reactions_follow_their_article_to_another_topic(write: Write, answer: Answer) -> None:
    article = write("Titel", topics=["taal"])
    answer(article, "Mooie brief.")
    article.tags.set(["geld"])
    article.index()
    geld = Topic.objects.get(name="geld").pk
    assert titles("brief", Within((f"onderwerp_{geld}",))) == ["Mooie brief."]


def test_a_decision_on_a_reaction_shows_at_once(react: React, mo: User) -> None:
    waiting = react("Een tulp.", approved=False)
    assert titles("tulp") == []
    waiting.approve(mo)
    assert titles("tulp") == ["Een tulp."]
    waiting.remove(mo, Reason.OFF_TOPIC)
    assert titles("tulp") == []
    waiting.restore(mo)
    assert titles("tulp") == ["Een tulp."]
    waiting.withdraw()
    assert titles("tulp") == []


def test_a_refused_reaction_is_not_found(react: React, mo: User) -> None:
    react("Een tulp.", approved=False).refuse(mo, Reason.OFF_TOPIC)
    assert titles("tulp") == []


def test_the_marks_of_a_reaction_are_not_its_words(react: React) -> None:
    react("Een **tulp**\n\n> citaat")
    assert titles("tulp") == titles("citaat") == ["Een **tulp**\n\n> citaat"]


def test_what_did_not_happen_is_not_in_the_index(write: Write, react: React, mo: User) -> None:
    article = write("De tulp")
    reaction = react("Een roos.", approved=False)
    with transaction.atomic():
        article.withdraw()
        reaction.approve(mo)
        transaction.set_rollback(True)
    assert titles("tulp") == ["De tulp"]
    assert titles("roos") == []
