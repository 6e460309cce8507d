"""The list of contracts."""

from __future__ import annotations
