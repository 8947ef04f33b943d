"""Reading the catalogues of messages, and the sentences that are to be in them."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.template import engines
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from jinja2 import nodes

from tests.test_layout import ROOT, compiled, sources, templates

CATALOGUES: Final = sorted((ROOT / "locale").rglob("*.po"))
ENGLISH: Final = ROOT / "locale/en/LC_MESSAGES/django.po"
PART: Final = re.compile(r'^(msg\w+)(?:\[\d\])? ("[^\n]*"(?:\n"[^\n]*")*)$', re.MULTILINE)
GETTEXT: Final = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}


@dataclass(frozen=True)
class Message:
    """One entry: what the code says, in one number or two, and how a language says it."""

    fuzzy: bool
    said: list[str] = field(default_factory=list)
    translated: list[str] = field(default_factory=list)


def messages(catalogue: Path) -> list[Message]:
    """Without the first entry, which is about the catalogue itself."""
    entries = catalogue.read_text().strip().split("\n\n")[1:]
    return [message(entry) for entry in entries]


def message(entry: str) -> Message:
    found = Message(fuzzy=bool(re.search(r"^#,.*\bfuzzy\b", entry, re.MULTILINE)))
    for keyword, quoted in PART.findall(entry):
        text = "".join(ast.literal_eval(line) for line in quoted.splitlines())
        (found.translated if keyword == "msgstr" else found.said).append(text)
    return found


def said_in(tree: ast.AST) -> Iterator[str]:
    """By a piece of Python."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT:
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)


def said_in_python() -> Iterator[str]:
    for path in sources():
        yield from said_in(ast.parse(path.read_text()))


def said_in_templates() -> Iterator[str]:
    """Translated by a tag, as Django reads the template: not as a search of its text would."""
    for path in templates():
        found: Any = get_template(str(path.relative_to(ROOT / "templates")))
        nodes = found.template.nodelist
        for node in nodes.get_nodes_by_type(TranslateNode):
            yield node.filter_expression.var.literal
        for node in nodes.get_nodes_by_type(BlockTranslateNode):
            yield node.render_token_list(node.singular)[0]


def said_in_compiled() -> Iterator[str]:
    """By the templates that are compiled, which call `_` as Python does."""
    engine: Any = engines["jinja2"]
    for path in compiled():
        for call in engine.env.parse(path.read_text()).find_all(nodes.Call):
            if getattr(call.node, "name", "") == "_":
                yield call.args[0].as_const()
