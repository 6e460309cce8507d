"""The first window: a new administration, the example, an existing file, a backup."""

from __future__ import annotations
