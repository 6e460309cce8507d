"""Taking on a contract, or changing one: a conversation in five short steps."""

from __future__ import annotations
