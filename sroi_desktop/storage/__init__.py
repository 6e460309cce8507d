"""The administration file: schema, migrations, repositories and history."""

from __future__ import annotations
