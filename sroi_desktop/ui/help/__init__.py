"""Help and terms: the topics, searching them, and going to a place in one of them."""

from __future__ import annotations
