"""Everything that was typed and chosen in the booking dialog, as it was typed.

Nothing is read or judged here: `reading` does that. A form goes to a draft and comes back
exactly, so that nothing typed is ever lost.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import NamedTuple

STEPS = 4


class FileGiven(NamedTuple):
    """A file that is to be kept as proof when the booking is made."""

    requirement: str
    path: str


class Seen(NamedTuple):
    """A document that was seen and is not kept: who saw it, and when, as typed."""

    requirement: str
    who: str
    when: str


class ShareTyped(NamedTuple):
    """The percentage of the effort for one contract in one part of its days, as typed."""

    contract_id: int
    percent: str
    part: int = 0


class CostTyped(NamedTuple):
    """What was spent on a bonus at cost, as typed."""

    bonus: str
    amount: str


@dataclass(frozen=True, slots=True)
class Form:
    """The answers; "" and () mean that a question was not answered.

    `state` is "" while it follows from the dates. `candidate` is a code, or `NEW` for whoever
    gets the code that is free when the effort is booked; `supplier` is an id, or `NEW` for one
    that is typed in. What is known of the recognition of a supplier stands in the fields after
    `supplier_name`; `recognition_of` is the supplier whose it is, and `recognition_read` what was
    on record then, so that a draft does not undo what came on record since. `shares` and `cuts`,
    the first days of the second and later parts with shares of their own, matter only while
    `is_shared`.
    """

    step: int = 0
    contract: int | None = None
    kind: str = ""
    block: str = ""
    candidate: str = ""
    role: str = ""
    description: str = ""
    starts: str = ""
    ends: str = ""
    hours_per_week: str = ""
    hours_unknown: bool = False
    worked_hours: str = ""
    wage_subsidy_until: str = ""
    counted_by: str = ""
    employees: str = ""
    hours: str = ""
    quantity: str = ""
    amount: str = ""
    invoice_number: str = ""
    supplier: str = ""
    supplier_name: str = ""
    recognition_of: str = ""
    recognition_read: tuple[str, ...] = ()
    scheme: str = ""
    issuer: str = ""
    valid_until: str = ""
    target_share: str = ""
    market_share: str = ""
    seat: str = ""
    aspirant_since: str = ""
    worked_here_before: str = ""
    on_project: str = ""
    bonuses: tuple[str, ...] = ()
    costs: tuple[CostTyped, ...] = ()
    born: str = ""
    state: str = ""
    place: str = ""
    note: str = ""
    is_shared: bool = False
    shares: tuple[ShareTyped, ...] = ()
    cuts: tuple[str, ...] = ()
    files: tuple[FileGiven, ...] = ()
    seen: tuple[Seen, ...] = ()

    @property
    def is_worth_keeping(self) -> bool:
        """Tell whether anything was filled in that one would not want to do again."""
        return self.answers != Form(contract=self.contract, candidate=self.candidate)

    @property
    def answers(self) -> Form:
        """The form without the step at which it stands."""
        return replace(self, step=0)

    def cost_of(self, bonus: str) -> str:
        """Return what was typed as the cost of a bonus."""
        return dict(self.costs).get(bonus, "")

    @property
    def sharing(self) -> tuple[int, ...]:
        """The contracts that take part, in the order in which they came."""
        return tuple(dict.fromkeys(one.contract_id for one in self.shares))

    def share_of(self, contract_id: int, part: int = 0) -> str:
        """Return the percentage typed for a contract in one part of the days."""
        typed = (one.percent for one in self.shares if one[::2] == (contract_id, part))
        return next(typed, "")

    def with_cost(self, bonus: str, amount: str) -> Form:
        """Return the form with another cost of a bonus."""
        others = tuple(one for one in self.costs if one.bonus != bonus)
        return replace(self, costs=(*others, CostTyped(bonus, amount)))

    def with_share(self, contract_id: int, percent: str, part: int = 0) -> Form:
        """Return the form with another percentage for a contract, in the place it had."""
        shares = {one[::2]: one for one in self.shares}
        shares[contract_id, part] = ShareTyped(contract_id, percent, part)
        return replace(self, shares=tuple(shares.values()))

    def with_file(self, file: FileGiven) -> Form:
        """Return the form with one more file as proof, which is worth more than a note."""
        files = dict.fromkeys((*self.files, file))
        seen = tuple(one for one in self.seen if one.requirement != file.requirement)
        return replace(self, files=tuple(files), seen=seen)

    def with_note(self, note: Seen) -> Form:
        """Return the form with a note of what was seen, in the place of what was there."""
        form = self.without_proof(note.requirement)
        return replace(form, seen=(*form.seen, note))

    def without_proof(self, code: str) -> Form:
        """Return the form without the file or note for a required piece."""
        return replace(
            self,
            files=tuple(one for one in self.files if one.requirement != code),
            seen=tuple(one for one in self.seen if one.requirement != code),
        )

    def with_answer(self, name: str, answer: object) -> Form:
        """Return the form with one other answer; `name` is that of a field of the form.

        Raises:
            TypeError: the answer is of another type than the question takes.
        """
        if name not in _KINDS or not isinstance(answer, type(_KINDS[name])):
            raise TypeError(f"{name} takes another kind of answer")
        changed: dict[str, object] = {name: answer}
        return replace(self, **changed)  # type: ignore[arg-type]


NEW = "new"
_BLANK = Form()
_KINDS = {one.name: getattr(_BLANK, one.name) for one in fields(Form)}
_LISTS = ("bonuses", "cuts", "recognition_read")
_ROWS: dict[str, type[NamedTuple]] = {
    "costs": CostTyped,
    "shares": ShareTyped,
    "files": FileGiven,
    "seen": Seen,
}


def to_draft(form: Form) -> dict[str, object]:
    """Return a form as data that JSON can hold."""
    return asdict(form)


def from_draft(data: dict[str, object]) -> Form:
    """Return the form that a draft was made from.

    What is not of the expected shape, because another version wrote it, is left out: the
    rest of what was typed is worth more than a refusal.
    """
    known: dict[str, object] = {}
    for name, blank in _KINDS.items():
        value = data.get(name)
        if name == "contract":
            known[name] = value if isinstance(value, int) else None
        elif name in _ROWS:
            known[name] = _rows(_ROWS[name], value)
        elif name in _LISTS:
            known[name] = tuple(map(str, value)) if isinstance(value, list | tuple) else ()
        elif type(value) is type(blank):
            known[name] = value
    form = Form(**known)  # type: ignore[arg-type]
    return replace(form, step=min(max(form.step, 0), STEPS - 1))


def _rows(row: type[NamedTuple], value: object) -> tuple[NamedTuple, ...]:
    if not isinstance(value, list | tuple):
        return ()
    types = tuple(row.__annotations__)
    return tuple(
        row(*one) for one in value if isinstance(one, list | tuple) and len(one) == len(types)
    )
