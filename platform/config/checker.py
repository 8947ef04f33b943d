"""Who else judges reactions. Nothing leaves the house unless an installation says so."""

import re

from django.core.exceptions import ImproperlyConfigured
from environ import Env


def checker(env: Env) -> tuple[str, list[str]]:
    """The address of a checker of one's own, and the origins that it may be at."""
    address: str = env.str("CHECKER_URL", default="")
    origins: list[str] = env.list("CHECKER_ORIGINS", default=[])
    if not all(re.fullmatch(r"https://[^/\s@?#]+", one) for one in origins):
        raise ImproperlyConfigured("CHECKER_ORIGINS has one that is not https:// and a host.")
    if address and not address.startswith(tuple(f"{one}/" for one in origins)):
        raise ImproperlyConfigured("CHECKER_URL is not at one of CHECKER_ORIGINS.")
    return address, origins
