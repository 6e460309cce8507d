"""PDF reports: frozen data in, bytes out."""

from __future__ import annotations
