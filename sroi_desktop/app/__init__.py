"""The composition root: builds everything and knows everyone; the command line lives here too."""

from __future__ import annotations
