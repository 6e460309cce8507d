"""The settings: the firm, the look, the language, the data, and what the program stands on."""

from __future__ import annotations
