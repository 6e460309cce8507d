"""Mutation testing: break the arithmetic of the domain on purpose, and see whether a test notices.

mutmut makes the mutants and runs the tests of the domain against each (pyproject.toml says which
modules and which tests). It stands in a folder of its own and is no part of the environment: it
brings forty packages that nothing else here needs. Started by `packaging/dev.py mutants`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".venv" / "mutmut"
MUTMUT = "mutmut==3.8.1"
WANTED = 90.0
# Exit codes of mutmut: 0 where the tests passed all the same, 33 where no test reaches the code.
SURVIVED, UNTESTED = 0, 33


@dataclass(slots=True)
class Score:
    """What became of the mutants of one module."""

    killed: int = 0
    survivors: list[str] = field(default_factory=list)

    @property
    def all(self) -> int:
        """How many mutants there were."""
        return self.killed + len(self.survivors)

    @property
    def percent(self) -> float:
        """The part that was killed, 0-100; of no mutants nothing is shown."""
        return 100 * self.killed / self.all if self.all else 0.0


def scores(metas: Iterable[Path]) -> dict[str, Score]:
    """Return the score per module from the files in which mutmut keeps its results.

    A mutant that no test reaches, and one that was not run, count as survivors.
    """
    found: defaultdict[str, Score] = defaultdict(Score)
    for path in sorted(metas):
        score = found[path.name.removesuffix(".py.meta")]
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        for name, code in sorted(codes.items()):
            if code in {SURVIVED, UNTESTED, None}:
                score.survivors.append(name)
            else:
                score.killed += 1
    return {name: score for name, score in found.items() if score.all}


def table(found: dict[str, Score]) -> str:
    """Return the scores as lines of text, one per module and one for all."""
    together = Score(
        sum(score.killed for score in found.values()),
        [name for score in found.values() for name in score.survivors],
    )
    lines = ["module            mutants  killed   score"]
    for name, score in [*sorted(found.items()), ("together", together)]:
        lines.append(f"{name:<16}{score.all:>9}{score.killed:>8}{score.percent:>7.1f}%")
    return "\n".join([*lines, *(f"survived: {name}" for name in together.survivors)])


def _run(arguments: Sequence[str]) -> None:
    """Let mutmut make and run the mutants; it reads pyproject.toml and writes to `mutants/`."""
    if not TOOLS.exists():
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
        subprocess.run([*pip, "--target", str(TOOLS), MUTMUT], check=True)
    subprocess.run(
        [sys.executable, "-m", "mutmut", "run", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(TOOLS), "CI": "1"},  # the same examples for all
        check=True,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the mutants, print the score per module; return 0 where enough of each were killed."""
    _run(sys.argv[1:] if arguments is None else arguments)
    found = scores((ROOT / "mutants").rglob("*.meta"))
    print(table(found))
    return int(not found or any(score.percent < WANTED for score in found.values()))


if __name__ == "__main__":
    sys.exit(main())
