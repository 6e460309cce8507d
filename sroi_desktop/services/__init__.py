"""Use cases: one act of the user is one function, one transaction, one entry in the history."""

from __future__ import annotations
