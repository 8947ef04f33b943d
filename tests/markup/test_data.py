import json

import pytest

from markup.data import json_of, legible, linked_data

HOSTILE = "</script><script>alert('R&D')</script><!-- ]]> \u2028\u2029 🙂 \\ \" é"


def test_what_stands_in_the_script_is_what_was_put_in() -> None:
    html = linked_data(json_of({"name": HOSTILE, "list": [1, None, True]}))
    text = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(text) == {"name": HOSTILE, "list": [1, None, True]}


@pytest.mark.parametrize("sign", ["<", ">", "&", "\u2028", "\u2029"])
def test_nothing_in_the_data_can_end_it(sign: str) -> None:
    html = linked_data(json_of({f"{sign}name": sign * 3}))
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert sign not in inside
    assert html.count("<") == 2


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("R&D <b> 🙂\n\t", "R&D <b> 🙂\n\t"),
        ("a\x00b\x07c\x0bd\x7fe\ufffef\uffffg", "abcdefg"),
        (["a\x01", ("b\x02",)], ["a", ["b"]]),
        ({"naam\x01": "c\x03", "n": 3, "niets": None}, {"naam\x01": "c", "n": 3, "niets": None}),
    ],
)
def test_only_what_xml_can_hold_is_legible(value: object, kept: object) -> None:
    assert legible(value) == kept
