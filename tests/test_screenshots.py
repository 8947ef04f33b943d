"""What `make screenshots` leaves behind; that it photographs is for who runs it to see."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.screenshots import SCHEMES, SIZES, STATES, index, webp, within, write


def test_there_are_fourteen_states_in_four_ways() -> None:
    assert len({state.name for state in STATES}) == len(STATES) == 14
    assert len(SIZES) * len(SCHEMES) == 4


def test_the_page_shows_every_one_of_them() -> None:
    page = index()
    assert page.count(".webp)") == 56
    assert "![Search: phone, dark](search-phone-dark.webp)" in page
    assert all(f"## {state.title}\n" in page for state in STATES)


def test_together_they_are_no_larger_than_they_may_be() -> None:
    shot = Image.effect_noise((400, 400), 90).convert("RGB")
    large, small = len(webp(shot, 72)), len(webp(shot, 36))
    assert len(within({"a": shot}, large)["a"]) == large
    assert len(within({"a": shot}, small)["a"]) <= small
    assert within({"a": shot}, 0) != {}  # as small as they can be is all that can be done


def test_what_is_written_replaces_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "old.webp").write_bytes(b"")
    write(tmp_path, {"home-phone-light": webp(Image.new("RGB", (360, 780)), 72)})
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "README.md",
        "home-phone-light.webp",
    ]
    content = (tmp_path / "home-phone-light.webp").read_bytes()
    assert Image.open(BytesIO(content)).size == (360, 780)
