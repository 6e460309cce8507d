"""The command line: thin over the same services as the window, for support, scripts and checks."""

from __future__ import annotations

from sroi_desktop.app.cli.parser import run

__all__ = ["run"]
