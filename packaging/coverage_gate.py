"""The coverage gate: reads coverage's JSON report, prints what it measured, judges.

Rooms that decide about euros and acts are covered whole, line and branch; the rest together by
nine tenths. A room without a single measured line fails: nothing measured is nothing shown.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

PACKAGE = "sroi_desktop"
WHOLE = ("domain", "services")
ELSEWHERE = 90.0


@dataclass(slots=True)
class Measure:
    """Lines and branches of one room, and which files miss some."""

    lines: int = 0
    covered_lines: int = 0
    branches: int = 0
    covered_branches: int = 0
    gaps: list[str] = field(default_factory=list)

    @property
    def percent(self) -> float:
        """Lines and branches together, 0-100; an empty measure counts as nothing covered."""
        whole = self.lines + self.branches
        return 100 * (self.covered_lines + self.covered_branches) / whole if whole else 0.0

    @property
    def is_whole(self) -> bool:
        """Tell whether no line and no branch is missing, by the counts themselves."""
        return self.covered_lines == self.lines and self.covered_branches == self.branches

    def add(self, name: str, file: dict[str, Any]) -> None:
        """Count one file of the report in."""
        summary = file["summary"]
        self.lines += summary["num_statements"]
        self.covered_lines += summary["covered_lines"]
        self.branches += summary.get("num_branches", 0)
        self.covered_branches += summary.get("covered_branches", 0)
        lines = set(file["missing_lines"])
        arcs = [arc for arc in file.get("missing_branches", []) if arc[0] not in lines]
        missing = [*ranges(lines), *(f"{start}->{end}" for start, end in arcs)]
        if missing:
            self.gaps.append(f"{name}: {', '.join(missing)}")


def ranges(lines: Iterable[int]) -> list[str]:
    """Return line numbers with runs drawn together: 3, 4, 5 and 9 become "3-5" and "9"."""
    runs: list[list[int]] = []
    for line in sorted(lines):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]


def measure(report: dict[str, Any]) -> dict[str, Measure]:
    """Return the measure per room of the package; modules beside the rooms are one more."""
    rooms: defaultdict[str, Measure] = defaultdict(Measure)
    for path, file in sorted(report["files"].items()):
        parts = PurePosixPath(path.replace("\\", "/")).parts
        if PACKAGE not in parts:
            continue
        inside = parts[parts.index(PACKAGE) + 1 :]
        room = inside[0] if len(inside) > 1 else "(package)"
        rooms[room].add("/".join(inside), file)
    return dict(rooms)


def judge(rooms: dict[str, Measure]) -> list[str]:
    """Return what is wrong, a sentence each; nothing when the gate is open."""
    wrong = []
    for room in WHOLE:
        found = rooms.get(room, Measure())
        if not found.lines:
            wrong.append(f"{room}: nothing was measured")
        elif not found.is_whole:
            wrong.append(f"{room}: {floor(found.percent)} %, wanted 100 % of lines and branches")
            wrong += [f"    {gap}" for gap in found.gaps]
    rest = together(rooms)
    if rest.percent < ELSEWHERE:
        wrong.append(f"elsewhere: {floor(rest.percent)} %, wanted {ELSEWHERE:.0f} %")
        wrong += [f"    {gap}" for gap in rest.gaps]
    return wrong


def together(rooms: dict[str, Measure]) -> Measure:
    """Return the rooms outside WHOLE as one measure."""
    rest = Measure()
    for room, found in rooms.items():
        if room not in WHOLE:
            rest.lines += found.lines
            rest.covered_lines += found.covered_lines
            rest.branches += found.branches
            rest.covered_branches += found.covered_branches
            rest.gaps += found.gaps
    return rest


def floor(percent: float) -> str:
    """Return a percentage with one decimal, never rounded up: 99.96 is not 100."""
    return f"{int(percent * 10) / 10:.1f}"


def table(rooms: dict[str, Measure]) -> str:
    """Return the measures as lines of text, one per room and one for all outside WHOLE."""
    rows = [*sorted(rooms.items()), ("elsewhere", together(rooms))]
    lines = ["room            lines          branches       together  wanted"]
    for room, found in rows:
        wanted = {"elsewhere": f"{ELSEWHERE:.0f} %"} | dict.fromkeys(WHOLE, "100 %")
        lines.append(
            f"{room:<14}"
            f"{found.covered_lines:>6}/{found.lines:<6} "
            f"{found.covered_branches:>6}/{found.branches:<6} "
            f"{floor(found.percent):>8} %  {wanted.get(room, '')}".rstrip()
        )
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Judge the report named on the command line; return 0 when the gate is open."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        report = json.loads(Path(given[0]).read_text(encoding="utf-8"))
    except (IndexError, OSError, ValueError) as error:
        print(f"coverage: no report to judge ({error})", file=sys.stderr)
        return 1
    rooms = measure(report)
    print(f"\nCoverage of {PACKAGE}\n{table(rooms)}")
    wrong = judge(rooms)
    print("\n".join(wrong) if wrong else "coverage: as wanted")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
