from tests.html.checker import errors_in

HEAD = "<head><title>Dag</title></head>"
GOOD = f'<!doctype html><html lang="nl">{HEAD}<body><p>Dag.</p></body></html>'


def test_a_good_page_has_no_errors() -> None:
    assert errors_in({"/": GOOD}) == []


def test_a_mistake_is_found_on_the_page_that_has_it() -> None:
    bad = GOOD.replace("<p>", '<p><img src="a.png"><div></p>')
    found = errors_in({"/goed/": GOOD, "/fout/": bad})
    assert found
    assert all(error.startswith("/fout/: ") for error in found)
