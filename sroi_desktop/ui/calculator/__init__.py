"""The tender calculator: what social return would ask, before bidding."""

from __future__ import annotations
