"""Reading the social-return paragraph of a tender, question by question."""

from __future__ import annotations
