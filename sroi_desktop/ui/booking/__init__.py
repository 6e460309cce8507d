"""The booking dialog: what was done, for whom and how much, for which contract, with what proof."""

from __future__ import annotations
