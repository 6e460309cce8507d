"""Evidence: what is missing and what it costs, and what is held."""

from __future__ import annotations
