"""Every form for readers, as assistive technology gets it (NL Design System, forms; WCAG 1.3.5,
3.3.1 to 3.3.3): labels, what is asked, what the browser may fill in, and what went wrong."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

import pytest
from django.test import Client

from articles.models import Article
from comments.links import page_of
from comments.models import Writer
from tests.conftest import React

AUTOCOMPLETE: Final = {"naam": "name", "e-mailadres": "email"}
#: Django's own words and their like: they say that something is wrong, not what to do.
BLAME: Final = ("is verplicht", "ongeldig", "geldige waarde", "required", "invalid")

type Attributes = dict[str, str]


@dataclass
class Form(HTMLParser):
    """`controls` are what people fill in or press; `ids` hold the text of what has one."""

    text: str
    attributes: Attributes = field(default_factory=dict)
    controls: list[Attributes] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    targets: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str], str]] = []
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form" and found.get("method") == "post":
            self.attributes = found
        if tag in {"input", "select", "textarea"} and found.get("type") != "hidden":
            self.controls.append(found)
        if tag == "button":
            assert "disabled" not in found
        if tag == "a":
            self.targets.append(found.get("href", ""))
        self.open += [(tag, self.ids, found["id"])] if "id" in found else []
        self.open += [(tag, self.labels, found["for"])] if "for" in found else []

    def handle_data(self, data: str) -> None:
        for _tag, kept, name in self.open:
            kept[name] = f"{kept.get(name, '')} {data.strip()}".strip()

    def handle_endtag(self, tag: str) -> None:
        self.open = [one for one in self.open if one[0] != tag]

    def people_fill_in(self) -> list[Attributes]:
        return [one for one in self.controls if one.get("tabindex") != "-1"]


@pytest.fixture(params=["react", "answer", "report", "report by law", "correct", "ask a link"])
def address(request: pytest.FixtureRequest, article: Article, react: React) -> str:
    comment = react()
    reacting = f"{article.get_absolute_url()}reageren/"
    return {
        "react": reacting,
        "answer": f"{reacting}?op={comment.number}",
        "report": f"/reacties/{comment.pk}/melden/huisregels/",
        "report by law": f"/reacties/{comment.pk}/melden/wet/",
        "correct": f"{page_of(Writer.objects.of('rik@voorbeeld.nl'))}{comment.pk}/corrigeren/",
        "ask a link": "/mijn-reacties/",
    }[request.param]


@pytest.fixture
def form(client: Client, address: str) -> Form:
    """As it comes."""
    return Form(client.get(address).content.decode())


@pytest.fixture
def faulty(client: Client, address: str) -> Form:
    """As it comes back after nothing was filled in; what was chosen beforehand is chosen."""
    answer = client.post(address, {"body": "", "naam": ""})
    assert answer.status_code in {200, 403, 422}
    return Form(answer.content.decode())


def test_the_browser_s_own_bubbles_stay_away_and_nothing_is_cut_short(form: Form) -> None:
    assert "novalidate" in form.attributes
    for control in form.people_fill_in():
        assert "required" not in control
        assert "maxlength" not in control or "type" in control  # of one line, it is seen
        assert "placeholder" not in control


def test_every_field_has_a_label_and_says_whether_it_must_be_filled_in(form: Form) -> None:
    assert form.people_fill_in()
    for control in form.people_fill_in():
        label = form.labels[control["id"]]
        assert label
        free = control.get("type") in {"checkbox", "radio"} or "(optioneel)" in label
        assert free or control.get("aria-required") == "true", label


def test_the_browser_may_fill_in_what_it_knows(form: Form) -> None:
    for control in form.people_fill_in():
        label = form.labels[control["id"]].removesuffix("(optioneel)").strip().lower()
        if wanted := AUTOCOMPLETE.get(label.removeprefix("uw ")):
            assert control.get("autocomplete") == wanted, label


def test_help_belongs_to_its_field(form: Form) -> None:
    for control in form.people_fill_in():
        for name in control.get("aria-describedby", "").split():
            assert form.ids.get(name), name
        help_text = f"{control['id']}_helptext"
        assert help_text not in form.ids or help_text in control["aria-describedby"].split()


def test_a_fault_is_said_above_the_form_and_beside_its_field_and_leads_there(faulty: Form) -> None:
    """A group of choices says it once: its frame does, and its first choice is where it leads."""
    wrong = [one for one in faulty.people_fill_in() if one.get("aria-invalid") == "true"]
    for first in [one for one in wrong if one["id"].endswith("_0")]:
        error = f"{first['id'].removesuffix('_0')}_error"
        assert f'aria-describedby="{error}"' in faulty.text
        assert f"#{first['id']}" in faulty.targets
    wrong = [one for one in wrong if one.get("type") != "radio"]
    assert wrong
    for control in wrong:
        error = f"{control['id']}_error"
        assert error in control["aria-describedby"].split()
        assert f"#{control['id']}" in faulty.targets
        assert faulty.ids[error].endswith(".")
        assert not any(word in faulty.ids[error].lower() for word in BLAME), faulty.ids[error]
