"""The desk speaks English to who chose it: whatever staff read there has a translation."""

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest
from django.contrib import admin
from django.utils import translation
from django.utils.functional import Promise

from accounts.models import User
from articles import versions
from articles.models import Article
from desk.acts import ActsAdmin
from tests.conftest import Publish
from tests.desk.conftest import Enter

#: Words that are the same in both languages.
SAME: Final = {
    "Spam",
    "Tip",
    *("account", "Account", "accounts", "link", "tip", "tips", "website", "spam", "open", "site"),
    *("Grensvlak", "is %(state)s"),
}
OURS: Final = {"accounts", "pages", "articles", "comments"}


def words_of_model(model: Any) -> Iterator[Any]:
    opts = model._meta
    yield from (opts.verbose_name, opts.verbose_name_plural, opts.app_config.verbose_name)
    for field in opts.get_fields():
        if not field.auto_created:
            yield getattr(field, "verbose_name", "")
            yield getattr(field, "help_text", "")
            yield from (label for _key, label in getattr(field, "choices", None) or ())


def words_of_form(form: Any) -> Iterator[Any]:
    for field in form.base_fields.values():
        yield from (field.label, field.help_text, *field.error_messages.values())


def words_of_desk(options: Any) -> Iterator[Any]:
    for name in options.list_display:
        yield getattr(getattr(options, name, None), "short_description", "")
    for spec in options.list_filter:
        yield getattr(spec, "title", "")
    for title, _fields in options.fieldsets or ():
        yield title
    for act in options.acts if isinstance(options, ActsAdmin) else ():
        yield act.label
        yield from words_of_form(act.form)


def everything() -> Iterator[tuple[str, Any]]:
    for model, options in admin.site._registry.items():  # noqa: SLF001
        label = model._meta.label_lower
        if label.split(".")[0] not in OURS:
            continue
        models = [model, *(inline.model for inline in options.inlines)]
        for one in models:
            yield from ((label, word) for word in words_of_model(one))
        yield from ((label, word) for word in words_of_desk(options))


def untranslated(word: Any) -> bool:
    """Whether a sentence that goes through gettext says the same in English as in Dutch."""
    if not isinstance(word, Promise):
        return False
    with translation.override("nl"):
        dutch = str(word)
    with translation.override("en"):
        return bool(dutch) and str(word) == dutch and dutch not in SAME


def test_what_staff_read_on_a_form_or_in_a_list_has_an_english_translation() -> None:
    assert sorted({f"{label}: {word}" for label, word in everything() if untranslated(word)}) == []


def test_the_test_above_sees_much_and_sees_what_is_missing() -> None:
    assert len(list(everything())) > 200
    assert untranslated(translation.gettext_lazy("Dit vertaalde niemand."))


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_numbers_are_said_right(language: str, number: int) -> None:
    with translation.override(language):
        said = translation.ngettext("%(n)s artikel", "%(n)s artikelen", number) % {"n": number}
    words = {"nl": ("artikel", "artikelen"), "en": ("article", "articles")}[language]
    assert said == f"{number} {words[number != 1]}"


@pytest.fixture
def shared(publish: Publish, ada: User, els: User) -> Article:
    """An article with two versions and a link to proofread it."""
    article = publish(by=ada)
    versions.keep(article, els)
    article.title = "Achter de balie"
    article.save()
    versions.keep(article, els)
    article.proof_links.share(article, els, "Joke")
    return article


@pytest.mark.parametrize("page", ["history/", "vergelijken/?van=1&naar=2", "change/"])
@pytest.mark.parametrize(("language", "word"), [("nl", "om"), ("en", "at")])
def test_a_moment_is_said_in_the_language_of_the_desk(
    enter: Enter, shared: Article, page: str, language: str, word: str
) -> None:
    """The Dutch word for ‘at’ stood in the English desk: it was in the format of the date."""
    User.objects.update(language=language)
    text = enter("els").get(f"/beheer/articles/article/{shared.pk}/{page}").text
    assert set(re.findall(r"\d{4} (\w+) \d\d:\d\d", text)) == {word}
