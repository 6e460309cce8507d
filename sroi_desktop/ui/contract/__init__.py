"""One contract: where it stands, its efforts, evidence, reports, deadlines and history."""

from __future__ import annotations
