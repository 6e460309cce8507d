"""Words and figures for people: the catalogue, formats and the wording of domain values."""

from __future__ import annotations
