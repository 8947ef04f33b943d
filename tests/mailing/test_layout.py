import pytest

from mailing.layout import WIDTH, one_line, wrapped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("  Kort.  ", ["Kort."]),
        ("Een.\n\n\n\n\nTwee.", ["Een.", "", "Twee."]),
        ("woord " * 30, ["woord " * 11 + "woord"] * 2 + ["woord " * 5 + "woord"]),
        ("http://testserver/" + "x" * 90, ["http://testserver/" + "x" * 90]),
        ("> " + "aan " * 20, ["> " + "aan " * 16 + "aan", "> aan aan aan"]),
        (
            "lange-lange-lijst " * 5,
            ["lange-lange-lijst " * 3 + "lange-lange-lijst", "lange-lange-lijst"],
        ),
    ],
)
def test_lines_fit_and_addresses_stay_whole(text: str, lines: list[str]) -> None:
    assert wrapped(text).endswith("\n")
    found = wrapped(text).removesuffix("\n").split("\n")
    assert found == lines
    assert all(len(line) <= WIDTH or " " not in line for line in found)


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\x00", "\u2028", "\u2029", "\x85", "\t", "\x1f"])
def test_a_header_is_one_line(break_: str) -> None:
    assert one_line(f" Een{break_}twee ") == "Een twee"
