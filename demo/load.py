"""Puts the demo magazine in the database: what `magazine/` says, through the same verbs as people.

Running it again adds what is missing and leaves alone what is there.
"""

import tomllib
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import ngettext

from accounts import roles
from accounts.models import MailPace, User
from articles import versions
from articles.models import (
    Article,
    Author,
    Authorship,
    Block,
    ImageBlock,
    PullQuote,
    Series,
    TextBlock,
    Tip,
)
from demo import correspondence, pictures, policy, proofs, waiting, work
from demo.conversation import discuss
from demo.embeds import embed
from demo.furniture import furnish
from demo.moments import moment
from demo.pages import load_pages
from markup.editor import article_html

MAGAZINE: Final = Path(__file__).parent / "magazine"
PASSWORD: Final = "grensvlak-demo"  # noqa: S105 - printed by `make demo`, for the demo only
USERS: Final = {
    "redactie": (roles.EDITORS, "Noor", "Brandsma"),
    "auteur": (roles.AUTHORS, "Hanne", "Dijkgraaf"),
    "moderator": (roles.MODERATORS, "Samir", "el Idrissi"),
}
#: What each chose to hear by mail.
MAIL: Final = {
    "redactie": {"mail_to_moderate": MailPace.DAILY},
    "auteur": {"mail_own_articles": MailPace.AT_ONCE},
    "moderator": {"mail_to_moderate": MailPace.AT_ONCE},
}

type Entry = dict[str, Any]


def load() -> Iterator[str]:
    """Yields a line for each article that was added."""
    roles.install()
    users = {name: _user(name) for name in USERS}
    policy.lay_down(users["moderator"])
    yield from load_pages(users["redactie"])
    for entry in _read("authors.toml")["authors"]:
        _author(entry, users)
    for entry in _read("series.toml")["series"]:
        Series.objects.get_or_create(slug=entry["slug"], defaults=entry)
    for path in sorted((MAGAZINE / "articles").glob("*.toml")):
        entry = tomllib.loads(path.read_text())
        if not Article.objects.filter(slug=entry["slug"]).exists():
            yield _add(entry, users)
    corrections = _read("corrections.toml")["corrections"]
    furnish(users, _read("topics.toml")["topics"], corrections)
    proofs.prove(users["auteur"])
    work.load(users)
    waiting.load(users["redactie"], users["auteur"])
    correspondence.write()
    for article in Article.objects.filter(word_count=0):
        article.written()
        versions.keep_first(article)


def _read(name: str) -> Entry:
    return tomllib.loads((MAGAZINE / name).read_text())


def _user(username: str) -> User:
    role, first, last = USERS[username]
    new = {"first_name": first, "last_name": last, "is_staff": True, **MAIL[username]}
    new["email"] = f"{username}@voorbeeld.nl"
    user, created = User.objects.get_or_create(username=username, defaults=new)
    if created:
        user.set_password(PASSWORD)
        user.save()
        user.groups.add(Group.objects.get(name=role))
    return user


def _author(entry: Entry, users: dict[str, User]) -> None:
    portrait, user = entry.pop("portrait", None), users.get(entry.pop("user", ""))
    new = {**entry, "user": user}
    author, created = Author.objects.get_or_create(slug=entry["slug"], defaults=new)
    if created and portrait:
        author.portrait.save("portret.jpg", ContentFile(pictures.jpeg(pictures.portrait(portrait))))


@transaction.atomic
def _add(entry: Entry, users: dict[str, User]) -> str:
    article = _article(entry)
    for position, block in zip(count(10, 10), entry.get("blocks", []), strict=False):
        made = _block(block)
        made.parent, made.region, made.ordering = article, "main", position
        made.save()
    if entry.get("state") != "draft":
        article.publish(moment(entry, "published_at"))
    discuss(article, entry, users)
    reactions = len(entry.get("reactions", []))
    return ngettext("%(title)s (%(n)s reactie)", "%(title)s (%(n)s reacties)", reactions) % {
        "title": article.title,
        "n": reactions,
    }


def _article(entry: Entry) -> Article:
    article = Article(
        title=entry["title"],
        slug=entry["slug"],
        lead=" ".join(entry["lead"].split()),
        announcement=entry.get("announcement", ""),
        language=entry.get("language", "nl"),
        translation_of=Article.objects.filter(slug=entry.get("translation_of")).first(),
        series=Series.objects.filter(slug=entry.get("series")).first(),
        series_position=entry.get("series_position"),
    )
    if photo := entry.get("photo"):
        _illustrate(article, photo)
    article.save()
    article.tags.add(*entry["tags"])
    for position, by in enumerate(entry["by"], start=1):
        author = Author.objects.get(slug=by["author"])
        contribution = by.get("contribution", "")
        Authorship.objects.create(
            article=article, author=author, position=position, contribution=contribution
        )
    return article


def _illustrate(picture: Article | ImageBlock, entry: Entry) -> None:
    picture.alt, picture.caption = entry["alt"], entry.get("caption", "")
    picture.credit = entry.get("credit", "")
    drawing = ContentFile(pictures.drawing(entry["scene"]))
    picture.image.save(f"{entry['scene']}.jpg", drawing, save=False)


def _block(entry: Entry) -> Block:
    match entry.pop("kind"):
        case "text":
            return TextBlock(text_html=article_html(entry["html"]))
        case "quote":
            return PullQuote(**entry | {"quote": entry["quote"].strip()})
        case "tip":
            return Tip(text=entry["text"])
        case "image":
            block = ImageBlock()
            _illustrate(block, entry)
            return block
        case "embed":
            return embed(entry)
    raise ValueError(entry)
