"""All efforts in one table: find, filter, add up, change and move on."""

from __future__ import annotations
