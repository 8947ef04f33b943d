"""`make bench`, small: real servers, real wrk, real nginx, and what it writes."""

import json
import os
import xml.etree.ElementTree as ET
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from articles.models import Article
from bench.deep import DEPTHS, address_of, load_deep, paths
from bench.deployed import SOCKET, UNIT, server_at
from bench.figures import AGAIN, COLD, CONSTANT, FILE, FRONT, KEPT, KNOWN, NGINX, Figures, What
from bench.front import CONF
from bench.goals import goals
from bench.processes import family, held, worked
from bench.report import write
from bench.served import Run, found
from bench.stage import POSTGRESQL, SQLITE, binaries
from comments.models import Comment, Discussion
from comments.models.placing import DIGITS

SIZES = (100, 10_000)
#: The kind that these tests run on.
DATABASE = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[connection.vendor]


def installed() -> None:
    try:
        found("wrk"), found("nginx")
    except FileNotFoundError as error:
        complain = pytest.fail if os.environ.get("REQUIRE_ALL") else pytest.skip
        complain(f"{error} apt-get install nginx-light wrk")
    if DATABASE == POSTGRESQL and not binaries():
        pytest.skip("PostgreSQL runs elsewhere: its own is not installed here")


def test_it_measures_real_servers_and_writes_what_it_found(tmp_path: Path) -> None:
    installed()
    small = {"sizes": [10], "articles": 2, "seconds": 1, "rounds": 1}
    only = {"databases": [DATABASE], "servers": ["granian"]}
    said = StringIO()
    call_command("bench", **small, **only, into=tmp_path, stdout=said)
    told = json.loads((tmp_path / "figures.json").read_text())
    runs = {(one["server"], one["kind"]): one for one in told["runs"]}
    kinds = {(NGINX, FILE), (NGINX, FRONT)} | {
        ("granian", kind) for kind in (CONSTANT, KEPT, KNOWN, AGAIN, COLD)
    }
    assert set(runs) == kinds
    assert all(one["runs"][0]["rate"] > 0 for one in runs.values())
    # The same bytes, give or take what a page says of the moment at which it was made.
    page = runs["granian", KEPT]["bytes"]
    assert page > 5_000
    assert {runs[yard]["bytes"] for yard in ((NGINX, FILE), ("granian", CONSTANT))} == {page}
    assert runs["granian", KNOWN]["bytes"] == 0
    # Made anew it is work, and it is not packed.
    cold, kept = (runs["granian", kind] for kind in (COLD, KEPT))
    assert cold["bytes"] > kept["bytes"]
    assert cold["runs"][0]["cpu"] > 5 * kept["runs"][0]["cpu"]
    assert 50 < told["memory"][0]["megabytes"] < 1_000
    assert "cached page / constant" in said.getvalue()
    for plot in (f"cost-{DATABASE.lower()}.svg", f"rate-{DATABASE.lower()}.svg"):
        assert f"({plot})" in (tmp_path / "README.md").read_text()
        assert ET.parse(tmp_path / plot).getroot().tag.endswith("svg")


# --- What it makes of figures ---------------------------------------------------------------------


def figures(kept: float = 0.1, long: float = 0.1) -> Figures:
    """Of granian, by the CPU that a cached page costs."""
    made = Figures(memory={(POSTGRESQL, "granian"): 200.0})
    for size in SIZES:
        own = kept if size == SIZES[0] else long
        costs = {
            FILE: 0.05,
            FRONT: 0.05,
            CONSTANT: 0.2,
            KEPT: own,
            KNOWN: 0.05,
            AGAIN: 2.0,
            COLD: 5.0,
        }
        for kind, cpu in costs.items():
            what = What(POSTGRESQL, NGINX if kind in {FILE, FRONT} else "granian", kind, size)
            made.bytes_of[what] = 10_000
            for noise in (1.0, 10.0, 1.1):
                made.add(what, Run(1_000 / cpu / noise, 1.0, 2.0, cpu * noise))
    return made


def test_ratios_are_of_the_same_round_so_that_what_slows_both_does_not_count() -> None:
    one, yard = (What(POSTGRESQL, "granian", kind, 100) for kind in (KEPT, CONSTANT))
    assert figures().rate(one, yard) == pytest.approx(2)
    assert figures().cost(one, yard) == pytest.approx(0.5)
    assert figures().rate(one, What(SQLITE, "granian", CONSTANT, 100)) is None


def test_the_figure_of_more_rounds_is_the_one_in_the_middle() -> None:
    run = figures().of(What(POSTGRESQL, "granian", COLD, 100))
    assert run
    assert (run.rate, run.p50, run.p99, run.cpu) == pytest.approx((1_000 / 5 / 1.1, 1, 2, 5.5))


@pytest.mark.parametrize(
    ("kept", "long", "missed"),
    [
        (0.1, 0.11, set()),
        (0.1, 0.13, {"PostgreSQL: cached page, 10000 / 100"}),
        (
            0.26,
            0.26,
            {f"PostgreSQL, {size}: cached page / constant" for size in SIZES}
            | {f"PostgreSQL, {size}: cached page / nginx, a file" for size in SIZES},
        ),
    ],
)
def test_a_goal_that_is_missed_is_told(kept: float, long: float, missed: set[str]) -> None:
    made = figures(kept, long)
    assert {one.what for one in goals(made) if one.met != "yes"} == missed


def test_a_goal_that_one_clock_says_is_met_says_which() -> None:
    made = figures()
    what = What(POSTGRESQL, "granian", KEPT, 100)
    made.runs[what] = [Run(1.0, 1.0, 1.0, run.cpu) for run in made.runs[what]]
    met = {one.what: one.met for one in goals(made)}
    assert met["PostgreSQL, 100: cached page / constant"] == "by CPU"


def test_tables_and_plots_are_of_every_size(tmp_path: Path) -> None:
    write(figures(), {"machine": "<een & ander>"}, tmp_path)
    text = (tmp_path / "README.md").read_text()
    assert "- machine: <een & ander>" in text
    assert text.count("| 10000 | granian |") == text.count("| 100 | granian |") == 5
    assert "2.00 (2.00)" in text
    plot = ET.parse(tmp_path / "cost-postgresql.svg").getroot()
    assert len(plot.findall("{*}polyline")) == 7
    bars = ET.parse(tmp_path / "rate-postgresql.svg").getroot().findall("{*}rect")
    assert len(bars) == 1 + 7


# --- What it stands on ----------------------------------------------------------------------------


def test_discussions_are_as_long_as_asked_and_answers_stand_below_what_they_answer(
    db: None,
) -> None:
    load_deep([7, 12], seed=1)
    for size in (7, 12):
        discussion = Discussion.objects.get(article__slug=f"bench-{size}-reacties")
        assert discussion.published_count == Comment.objects.filter(discussion=discussion).count()
        for comment in discussion.comments.select_related("parent"):
            above = comment.path[:-DIGITS]
            assert above == (comment.parent.path if comment.parent else "")
    assert Article.objects.visible().get(slug="bench-12-reacties").get_absolute_url() == address_of(
        12
    )
    depths = [len(path) // DIGITS - 1 for path in paths(10)]
    assert depths == [*DEPTHS, *DEPTHS]


def test_the_server_is_that_of_the_unit_and_nginx_asks_it_where_it_listens() -> None:
    on_port, on_socket = (" ".join(server_at(place)) for place in (8_000, Path("/tmp/x.sock")))
    assert f"--uds {SOCKET}" in UNIT.read_text()
    assert f"server unix:{SOCKET};" in CONF.read_text()
    assert "--respawn-failed-workers" in on_port
    assert "--uds /" not in on_port
    assert on_socket == on_port.replace("--host 127.0.0.1 --port 8000", "--uds /tmp/x.sock")


def test_the_work_of_a_process_and_of_its_children_is_counted() -> None:
    pid = os.getpid()
    assert pid in family(pid)
    before = worked([pid])
    while worked([pid]) == before:
        sum(range(100_000))
    assert held(pid) >= 0
