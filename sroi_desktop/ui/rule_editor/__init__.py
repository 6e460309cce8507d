"""The editor of an owner's own rule sets: a table typed over from a contract or a web page."""

from __future__ import annotations
