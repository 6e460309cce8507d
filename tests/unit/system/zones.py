"""Another time zone for a while; not on Windows, which has no such switch."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

needs_zones = pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has no tzset")


@contextmanager
def in_zone(name: str) -> Iterator[None]:
    """Let the computer stand in a time zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()
