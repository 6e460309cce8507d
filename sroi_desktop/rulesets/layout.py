"""TOML text that a person can read: one subject per table, long lists one item per line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

_LINE = 100


def toml_text(data: Mapping[str, Any]) -> str:
    """Return TOML: single keys first, then a table or a list of tables per subject.

    Args:
        data: text, whole numbers, decimals, dates, truth values, lists of these, and two
            levels of tables; tables inside a table are written on one line.
    """
    lines = [_line(key, value) for key, value in data.items() if not _is_table(value)]
    for key, value in data.items():
        if isinstance(value, dict):
            lines += ["", f"[{key}]", *(_line(*pair) for pair in value.items())]
        elif _is_table(value):
            for row in value:
                lines += ["", f"[[{key}]]", *(_line(*pair) for pair in row.items())]
    return "\n".join(lines) + "\n"


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list | tuple) and bool(value) and isinstance(value[0], dict)
    )


def _line(key: str, value: Any) -> str:  # noqa: ANN401 - whatever TOML can hold
    line = f"{key} = {_inline(value)}"
    if isinstance(value, list | tuple) and len(line) > _LINE:
        items = "".join(f"    {_inline(item)},\n" for item in value)
        return f"{key} = [\n{items}]"
    return line


def _inline(value: Any) -> str:  # noqa: ANN401 - whatever TOML can hold
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, dict):
        pairs = (f"{key} = {_inline(item)}" for key, item in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
