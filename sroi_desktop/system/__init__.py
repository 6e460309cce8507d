"""The computer around the program: folders, settings, log, lock and clock."""

from __future__ import annotations
