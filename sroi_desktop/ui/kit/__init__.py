"""Building blocks of every screen: colours, type, widgets, fields, tables, tasks, dialogs."""

from __future__ import annotations
