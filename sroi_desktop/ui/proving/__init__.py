"""Proof at hand: the lines on which a file is given or a document noted as seen."""

from __future__ import annotations
