"""The published rules: by municipality, with their sources, and two sets side by side."""

from __future__ import annotations
