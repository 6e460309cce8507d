"""Files of other programs, in and out: CSV, spreadsheets, calendars, exchange packages."""

from __future__ import annotations
