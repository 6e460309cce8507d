"""Reports: choose, check, look, issue; and what was issued before."""

from __future__ import annotations
