#!/usr/bin/env python
"""Runs Grensvlak's commands."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent

# `platform/` is a source root, not a package: a package of that name would hide Python's own
# `platform` module. What stands in it (config, markup, …) is imported by its own name.
sys.path[:0] = [str(ROOT), str(ROOT / "platform")]


def main() -> None:
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
