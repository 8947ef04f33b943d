"""When things of the demo happened: on a day that its texts name, or so long before loading."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone


def moment(entry: dict[str, Any], named: str) -> datetime:
    """`hours_ago` keeps what is of today of today, whenever the demo is loaded."""
    if "hours_ago" in entry:
        return timezone.now() - timedelta(hours=entry["hours_ago"])
    return timezone.make_aware(entry[named])


def later(than: datetime, by: timedelta) -> datetime:
    """So much later, but never in the future."""
    return min(than + by, timezone.now())
