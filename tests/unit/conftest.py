"""A unit test runs without Qt: `make test` runs this folder without the Qt plugin.

Where that plugin is absent, loading Qt is an error, so that no rule of the program comes to
depend on a screen. pyproject.toml's import contract sees what is imported by name.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

QT = frozenset({"PySide6", "shiboken6"})


class NoQt(MetaPathFinder):
    """Refuses to find Qt."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return nothing for any other module; raise for Qt."""
        if fullname.partition(".")[0] in QT:
            raise ImportError(f"a unit test loads {fullname}; such a test belongs in tests/ui")
        return None


def pytest_configure(config: pytest.Config) -> None:
    """Refuse Qt before the first test module is imported."""
    if not config.pluginmanager.hasplugin("pytest-qt") and QT.isdisjoint(sys.modules):
        finder = NoQt()
        sys.meta_path.insert(0, finder)
        config.add_cleanup(partial(sys.meta_path.remove, finder))


@pytest.fixture(autouse=True)
def no_qt_fixtures(request: pytest.FixtureRequest) -> None:
    """Fail a unit test that asks for a Qt application."""
    if {"qtbot", "qapp"} & set(request.fixturenames):
        pytest.fail("a unit test asks for Qt; it belongs in tests/ui")
