"""What a screen reader finds in the running program; run by the system's own Python.

Prints JSON: the names of the focusable things in the window, the rows of a table, and the
page that is open after its button was pressed the way a screen reader presses it.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

import pyatspi  # type: ignore[import-not-found]  # from the system, beside the accessibility bus

if TYPE_CHECKING:
    from collections.abc import Iterator

Node = Any  # the system's reader has no types
WANTED = sys.argv[1]
LONGEST = 30.0
PRESSES = ("Press", "Toggle")


def find_program() -> Node:
    """Return our program on the bus, waiting until it is there."""
    began = time.monotonic()
    while time.monotonic() - began < LONGEST:
        for program in pyatspi.Registry.getDesktop(0):
            if program is None or not program.childCount:
                continue
            if "sroi" in program.name.lower():
                return program
        time.sleep(0.2)
    raise SystemExit("the program is not on the accessibility bus")


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and everything beneath it."""
    yield node
    for child in node:
        if child is not None:
            yield from walk(child)


def names(program: Node) -> list[tuple[str, str]]:
    """Return role and name of everything that takes the focus."""
    found = []
    for node in walk(program):
        states = node.getState()
        if states.contains(pyatspi.STATE_FOCUSABLE) and states.contains(pyatspi.STATE_SHOWING):
            found.append((node.getRoleName(), node.name))
    return found


def press(program: Node, name: str) -> None:
    """Press the thing of that name."""
    for node in walk(program):
        if node.name.startswith(name):
            try:
                action = node.queryAction()
            except NotImplementedError:
                continue
            for index in range(action.nActions):
                if action.getName(index) in PRESSES:
                    action.doAction(index)
                    return
    raise SystemExit(f"nothing called {name} can be pressed")


program = find_program()
before = names(program)
press(program, WANTED)
time.sleep(1.5)
titles = [node.name for node in walk(program) if node.getRoleName() in ("frame", "window")]
json.dump({"focusable": before, "titles": titles, "after": names(program)}, sys.stdout)
