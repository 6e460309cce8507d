"""How presenters ask for slow work: what `kit.tasks.TaskRunner.run` offers, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Run(Protocol):
    """Does slow work elsewhere, then calls one of the two on the thread of the window."""

    def __call__(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> object:
        """Start the work."""
