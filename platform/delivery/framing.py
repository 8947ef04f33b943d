from collections.abc import Collection
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csp import csp_override


def render_framing(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    origins: Collection[str],
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """Renders a page that may frame these origins (“https://host”). No other page may."""
    policy: dict[str, Any] = {**settings.SECURE_CSP}
    if origins:
        policy["frame-src"] = sorted(origins)
    return csp_override(policy)(render)(request, template, context, status=status)
