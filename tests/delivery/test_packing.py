import pytest

from delivery.packing import best_of


@pytest.mark.parametrize(
    ("accepted", "best"),
    [
        ("", "identity"),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "br"),
        ("GZIP", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("zstd;q=0, br;q=0, gzip", "gzip"),
        ("zstd;q=0", "identity"),
        ("gzip;q=veel", "identity"),
        ("deflate, *", "identity"),
        (",;,", "identity"),
    ],
)
def test_the_best_that_the_browser_takes(accepted: str, best: str) -> None:
    assert best_of(accepted) == best
