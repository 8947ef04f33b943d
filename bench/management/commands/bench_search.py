from argparse import ArgumentParser
from functools import cache
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.http import QueryDict
from django.test import Client

from articles.models import Author, Topic
from bench.timing import CLOCKS, measure, summary
from bench.vocabulary import COMMON, RARE, Vocabulary
from comments.finding import Options, SearchForm, found
from search.models import Hits
from search.query import parse


def questions(seed: int) -> dict[str, str]:
    """What people ask, as the address has it."""
    frequent, usual = Vocabulary(seed).words[120], Vocabulary(seed).words[2_000]
    topic, author = Topic.objects.order_by("pk")[0].slug, Author.objects.order_by("pk")[0].slug
    return {
        "a rare word": f"q={RARE}",
        "a usual word": f"q={usual}",
        "a frequent word": f"q={frequent}",
        "a word in a fifth of all": f"q={COMMON}",
        "another form of that word": f"q={COMMON}n",
        "a word in everything": "q=de",
        "two words": f"q={COMMON}+{frequent}",
        "either of two words": f"q={COMMON}+OF+{frequent}",
        "eight words": "q=" + "+".join(Vocabulary(seed).words[100:108]),
        "one without another": f"q={COMMON}+-{frequent}",
        "a phrase": f'q="{frequent}+{usual}"',
        "a phrase of such words": f'q="de+{COMMON}"',
        "by topic": f"q={COMMON}&onderwerp={topic}",
        "by author": f"q={COMMON}&auteur={author}",
        "by year": f"q={COMMON}&jaar=2012",
        "reactions only": f"q={COMMON}&soort=reacties",
        "page 2": f"q={COMMON}&pagina=2",
        "page 150": f"q={COMMON}&pagina=150",
    }


class Command(BaseCommand):
    help = "Measures searching, and the whole page of it, on what bench_load made."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--rounds", type=int, default=40)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--clock", choices=CLOCKS, default="wall")

    def handle(self, *args: Any, **options: Any) -> None:
        client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
        every: list[float] = []
        clock = CLOCKS[options["clock"]]
        for name, address in questions(options["seed"]).items():
            times = measure(lambda asked=address: ask(asked), options["rounds"], clock)  # type: ignore[misc]
            page = measure(
                lambda asked=address: client.get(f"/zoeken/?{asked}"),  # type: ignore[misc]
                max(options["rounds"] // 4, 2),
                clock,
            )
            every += times
            count = len(ask(address).found)
            self.stdout.write(f"{name:26} {count:5}  {summary(times)}  page {summary(page)}")
        self.stdout.write(f"{'all':26}        {summary(every)}")


def ask(address: str) -> Hits:
    """A search as the page does it, without the page."""
    form = SearchForm(QueryDict(address), _options())
    return found(parse(form.typed), form.within())


@cache
def _options() -> Options:
    return Options.now()
