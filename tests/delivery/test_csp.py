import pytest

from tests.delivery.csp import faults, parsed

GOOD = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; manifest-src 'self'; frame-src 'none'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@pytest.mark.parametrize(
    "change",
    [
        ("", ""),
        ("default-src 'none'", "default-src 'self'"),
        ("frame-src 'none'; ", ""),
        ("script-src 'self'", "script-src 'self' 'nonce-abc'"),
        ("img-src 'self'", "img-src 'self' data:"),
        ("frame-src 'none'", "frame-src https://www.youtube-nocookie.com"),
    ],
)
def test_the_checker_passes_what_internet_nl_passes(change: tuple[str, str]) -> None:
    assert faults(GOOD.replace(*change)) == []


@pytest.mark.parametrize(
    "change",
    [
        ("default-src 'none'", "default-src https:"),
        ("default-src 'none'", "default-src 'self' 'nonce-abc'"),
        ("default-src 'none'; ", ""),
        ("base-uri 'none'; ", ""),
        ("form-action 'self'; ", ""),
        ("form-action 'self'", "form-action"),
        ("; frame-ancestors 'none'", ""),
        ("frame-ancestors 'none'", "frame-ancestors https://elders.nl"),
        ("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
        ("script-src 'self'", "script-src 'self' data:"),
        ("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
        ("style-src 'self'", "style-src-attr 'unsafe-inline'"),
        ("style-src 'self'", "style-src 'self' 'unsafe-hashes'"),
        ("img-src 'self'", "img-src *"),
        ("img-src 'self'", "img-src https:"),
        ("img-src 'self'", "img-src cdn.elders.nl"),
        ("connect-src 'self'", "connect-src 127.0.0.1"),
    ],
)
def test_the_checker_faults_what_internet_nl_faults(change: tuple[str, str]) -> None:
    changed = GOOD.replace(*change)
    assert changed != GOOD
    assert faults(changed) != []


def test_a_policy_is_read_by_directive() -> None:
    assert parsed("default-src 'none'; img-src 'self' data:;") == {
        "default-src": ["'none'"],
        "img-src": ["'self'", "data:"],
    }
