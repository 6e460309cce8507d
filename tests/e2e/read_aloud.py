"""What a screen reader finds in the running program; run by the system's own Python.

Prints JSON: the names of the focusable things in the window, the page that is open after its
button was pressed the way a screen reader presses it, what is read in the table of efforts, and a
field with its label and what is wrong with it.
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
LONGEST = 60.0
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
    if not any(node.name.startswith(name) and is_pressed(node) for node in walk(program)):
        raise SystemExit(f"nothing called {name} can be pressed")


def is_pressed(node: Node) -> bool:
    """Press a thing, where that is possible."""
    try:
        action = node.queryAction()
    except NotImplementedError:
        return False
    for index in range(action.nActions):
        if action.getName(index) in PRESSES:
            action.doAction(index)
            return True
    return False


def wait_for(program: Node, role: str, name: str) -> Node:
    """Return what is shown with that role and a name that begins so, waiting until it is there."""
    began = time.monotonic()
    while time.monotonic() - began < LONGEST:
        for node in walk(program):
            is_meant = node.getRoleName() == role and node.name.startswith(name)
            if is_meant and node.getState().contains(pyatspi.STATE_SHOWING):
                return node
        time.sleep(0.2)
    raise SystemExit(f"no {role} called {name} is shown")


def row_of(cell: Node) -> list[str]:
    """Return what is read across the row of a cell."""
    table = cell.parent.queryTable()
    row = table.getRowAtIndex(cell.getIndexInParent())
    return [table.getAccessibleAt(row, column).name for column in range(table.nColumns)]


program = find_program()
before = names(program)
press(program, WANTED)
time.sleep(1.5)
titles = [node.name for node in walk(program) if node.getRoleName() in ("frame", "window")]
after = names(program)

press(program, "Invulling")
cells = row_of(wait_for(program, "table cell", "Kantine en lunches"))

press(program, "Invulling boeken")
is_pressed(wait_for(program, "radio button", "Iemand in dienst genomen"))
press(program, "Verder")
wait_for(program, "text", "Begindatum")
press(program, "Verder")
field = wait_for(program, "text", "Begindatum")
began = time.monotonic()
while not field.description and time.monotonic() - began < LONGEST:
    time.sleep(0.2)

heard = {
    "focusable": before,
    "titles": titles,
    "after": after,
    "row": cells,
    "field": (field.name, field.description),
}
json.dump(heard, sys.stdout)
