"""Reading, checking and writing rule-set files."""

from __future__ import annotations
