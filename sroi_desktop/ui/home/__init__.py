"""The overview: what to do next, where every contract stands, and the tender calculator."""

from __future__ import annotations
