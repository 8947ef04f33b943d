"""A theme to wear: of the example government of NL Design System; npm brings it (see Makefile)."""

import os
from pathlib import Path
from typing import Final

import pytest
from pytest_django import Settings

from config.theme import Theme
from tests.test_layout import ROOT

VOORBEELD: Final = ROOT / "var/node/node_modules/@nl-design-system-unstable/voorbeeld-design-tokens"
HOW_TO_GET_IT: Final = "no theme found; with npm: make var/node/ready"


@pytest.fixture
def themed(settings: Settings) -> None:
    """The example theme of NL Design System, which is light only."""
    if not (VOORBEELD / "dist/theme.css").exists():
        pytest.fail(HOW_TO_GET_IT) if os.environ.get("REQUIRE_ALL") else pytest.skip(HOW_TO_GET_IT)
    folders: list[Path | tuple[str, Path]] = [*settings.STATICFILES_DIRS]
    settings.STATICFILES_DIRS = [*folders, ("themes/voorbeeld", VOORBEELD / "dist")]
    settings.THEME = Theme("themes/voorbeeld/theme.css", "voorbeeld-theme")
