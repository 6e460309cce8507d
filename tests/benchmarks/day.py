"""The day on which benchmarks are run: apart, so that a start that is measured loads no more."""

from __future__ import annotations

from datetime import date

TODAY = date(2026, 11, 22)
