"""SROI Desktop: plan, book and report social-return commitments, offline."""

from __future__ import annotations

__version__ = "0.1.0"
