from typing import Any

from django.contrib.messages import get_messages


def said(answer: Any) -> list[tuple[str, str]]:
    """What an answer tells staff: (level, sentence) for each message."""
    return [(one.level_tag, one.message) for one in get_messages(answer.wsgi_request)]
