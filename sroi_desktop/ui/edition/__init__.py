"""What another edition of the rules would mean, and moving a contract to it."""

from __future__ import annotations
