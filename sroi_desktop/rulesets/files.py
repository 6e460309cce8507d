"""A rule-set file read whole: shape, checks and domain object in one go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sroi_desktop.domain.rules import EvidenceRequirement, RuleSet
from sroi_desktop.rulesets import building, checks
from sroi_desktop.rulesets.measures import Finding
from sroi_desktop.rulesets.problems import KeyPath, RuleFileError, RuleFileProblem
from sroi_desktop.rulesets.reading import tables_of
from sroi_desktop.rulesets.schema import EvidenceFile, RuleFile


def read_rule_set(source: Path | bytes, name: str | None = None) -> RuleSet:
    """Return the rule set in a TOML file.

    Args:
        source: the file, or its bytes.
        name: how the file is called in a problem; the file's own name where not given.

    Raises:
        RuleFileError: the file cannot be used; it lists everything that is the matter.

    Source: docs/ruleset-format.md.
    """
    called = _called(source, name)
    file = tables_of(source, called, RuleFile)
    _refuse(called, file, checks.findings(file))
    return building.rule_set(file)


def read_evidence(source: Path | bytes, name: str | None = None) -> tuple[EvidenceRequirement, ...]:
    """Return the pieces of evidence in a TOML file that holds nothing else.

    Raises:
        RuleFileError: the file cannot be used.
    """
    called = _called(source, name)
    file = tables_of(source, called, EvidenceFile)
    _refuse(called, file, _evidence_findings(file))
    return building.evidence(file.evidence)


def _called(source: Path | bytes, name: str | None) -> str:
    if name is not None:
        return name
    return source.name if isinstance(source, Path) else "rules.toml"


def _evidence_findings(file: EvidenceFile) -> Iterator[Finding]:
    yield from checks.format_findings(file.format)
    yield from checks.evidence(file.evidence)


def _refuse(name: str, file: RuleFile | EvidenceFile, findings: Iterator[Finding]) -> None:
    problems = tuple(
        RuleFileProblem(name, found.path, found.kind, found.data, _row(file, found.path))
        for found in findings
    )
    if problems:
        raise RuleFileError(name, problems)


def _row(file: RuleFile | EvidenceFile, path: KeyPath) -> str | None:
    """Return the code of the row that a path leads into, where it has one."""
    if len(path) > 1 and isinstance(path[1], int):
        row = getattr(file, str(path[0]))[path[1]]
        code: str | None = getattr(row, "code", None)
        return code
    return None
