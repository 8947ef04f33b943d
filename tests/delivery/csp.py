"""internet.nl's rules for a Content-Security-Policy (nl-requirements §2.1), as a checker."""

from collections.abc import Iterator
from typing import Final

type Policy = dict[str, list[str]]

FORBIDDEN: Final = {
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'unsafe-hashes'",
    "http:",
    "https:",
    "*",
    "127.0.0.1",
}
KEYWORDS: Final = {"'none'", "'self'", "'report-sample'", "'strict-dynamic'"}
NO_DATA: Final = {"script-src", "object-src"}


def parsed(header: str) -> Policy:
    directives = (part.split() for part in header.split(";") if part.strip())
    return {name: values for name, *values in directives}


def faults(header: str) -> list[str]:
    """What internet.nl would hold against this policy; empty: it passes."""
    policy = parsed(header)
    return [*_missing(policy), *_forbidden(policy)]


def _missing(policy: Policy) -> Iterator[str]:
    for name in ("default-src", "base-uri"):
        values = policy.get(name, [])
        if not {"'none'", "'self'"} & set(values) or _nonces(values):
            yield f"{name} must be 'none' or 'self'"
    if not policy.get("form-action"):
        yield "form-action must have a value"
    if not {"'none'", "'self'"} & set(policy.get("frame-ancestors", [])):
        yield "frame-ancestors must have 'none' or 'self'"
    if not policy.get("frame-src", policy.get("default-src")):
        yield "frame-src must have a value"


def _forbidden(policy: Policy) -> Iterator[str]:
    for name, values in policy.items():
        for value in values:
            if value in FORBIDDEN or (value == "data:" and name in NO_DATA):
                yield f"{name} has {value}"
            elif _is_host_without_scheme(value):
                yield f"{name} has a host without scheme: {value}"


def _nonces(values: list[str]) -> list[str]:
    return [value for value in values if value.startswith("'nonce-")]


def _is_host_without_scheme(value: str) -> bool:
    if value in KEYWORDS or value in FORBIDDEN or value.startswith(("'nonce-", "'sha")):
        return False
    return ":" not in value
