"""What there are pictures of: every screen, and the states in which it looks different."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from sroi_desktop.app.picture_hands import Act, Pick, Press, Write
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.ui import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk

_TABS = ("standing", "efforts", "evidence", "reports", "deadlines", "details", "history")


@dataclass(frozen=True, slots=True)
class Shot:
    """One screen to take a picture of, after these acts; `after` puts back what they changed."""

    name: str
    page: str
    argument: object = None
    acts: tuple[Act, ...] = ()
    after: tuple[Act, ...] = ()


def shots(desk: Desk) -> tuple[Shot, ...]:
    """Return every screen of the program, filled by an administration."""
    first = _first_contract(desk)
    effort = desk.store.booked(first)[0][0].id
    return (
        Shot("01-home", pages.HOME),
        Shot("02-contracts", pages.CONTRACTS),
        *(
            Shot(f"03-contract-{tab}", pages.CONTRACT, pages.ContractTarget(first, tab))
            for tab in _TABS
        ),
        Shot("04-new-contract", pages.NEW_CONTRACT),
        Shot("05-efforts", pages.EFFORTS),
        Shot("06-booking", pages.BOOKING, pages.BookingTarget(first)),
        Shot("07-booking-change", pages.BOOKING, pages.BookingTarget(first, effort)),
        Shot("08-evidence", pages.EVIDENCE),
        Shot("09-reports", pages.REPORTS, pages.ReportTarget(first)),
        Shot("10-rules", pages.RULES),
        Shot("11-calculator", pages.CALCULATOR),
        *_tender(desk),
        Shot("12-help", pages.HELP),
        Shot("13-settings", pages.SETTINGS),
        Shot("16-edition", pages.EDITION, pages.EditionTarget("utrecht-v2", first)),
    )


def states(desk: Desk) -> tuple[Shot, ...]:
    """Return screens in the midst of something: filled in halfway, refused, opened up."""
    first = _first_contract(desk)
    return (
        *_conversation(),
        *_bookings(desk, first),
        *_refusals(first),
        *_own_rules(first),
        Shot(
            "21-evidence-seen",
            pages.EVIDENCE,
            acts=(Press("proof.seen.leerarbeidsovereenkomst"),),
        ),
        Shot(
            "21-evidence-too-large",
            pages.EVIDENCE,
            acts=(Press("proof.file.leerarbeidsovereenkomst"),),
        ),
        Shot(
            "22-reports-issued",
            pages.REPORTS,
            pages.ReportTarget(first),
            (Pick("reports.tabs", "issued"),),
        ),
        Shot("23-rules-compare", pages.RULES, acts=(Press("act.compare"),)),
        Shot(
            "23-rules-compare-copy",
            pages.RULES,
            pages.CompareTarget("utrecht-v2", contract_id=first),
            (Press("rules.only"),),
        ),
        *_editions(desk, first),
        Shot(
            "24-calculator-answer",
            pages.CALCULATOR,
            acts=(
                Pick("calculator.authority", "Utrecht"),
                Write("calculator.sum.editor", "2400000"),
                Write("calculator.percentage.editor", "5"),
            ),
        ),
        Shot(
            "25-search",
            pages.HOME,
            acts=(Press("action.search"), Write("search.line", "hovenier", stay=True)),
        ),
    )


def empty_states() -> tuple[Shot, ...]:
    """Return the screens of an administration in which nothing stands yet."""
    empty = (pages.HOME, pages.CONTRACTS, pages.EFFORTS, pages.BOOKING, pages.EVIDENCE)
    return tuple(Shot(f"30-empty-{key}", key) for key in (*empty, pages.REPORTS))


def _first_contract(desk: Desk) -> int:
    return next(one.id for one in desk.store.contracts() if one.id is not None)


def _tender(desk: Desk) -> tuple[Shot, ...]:
    """Return the reading of a clause: from its beginning to what there is to ask."""
    clause_id = next((one.id for one in desk.store.clauses()), None)
    there = pages.ClauseTarget(clause_id)
    return (
        Shot("16-clause-begin", pages.CLAUSE),
        Shot("16-clause-question", pages.CLAUSE, there),
        Shot("16-clause-answered", pages.CLAUSE, there, (Press("clause.back"),) * 3),
        Shot("16-clause-summary", pages.CLAUSE, there, (Press("clause.onward"),) * 26),
    )


def _conversation() -> tuple[Shot, ...]:
    """Return a new contract, step by step."""
    name = "new_contract"
    steps: tuple[tuple[Act, ...], ...] = (
        (
            Write(f"{name}.title.editor", "Onderhoud sportparken"),
            Write(f"{name}.authority.editor", "Gemeente Utrecht"),
            Write(f"{name}.reference.editor", "UTR-2026-0911"),
        ),
        (),
        (
            Pick(f"{name}.category", "services"),
            Write(f"{name}.sum.editor", "850000"),
            Pick(f"{name}.demand", "percentage"),
            Write(f"{name}.percentage.editor", "5"),
        ),
        (
            Pick(f"{name}.state", "awarded"),
            Write(f"{name}.awarded.editor", "1-11-2026"),
            Write(f"{name}.starts.editor", "1-1-2027"),
            Write(f"{name}.ends.editor", "31-12-2028"),
        ),
        (),
    )
    found: list[Shot] = []
    done: tuple[Act, ...] = (Press("act.afresh"),)
    for number, acts in enumerate(steps, 1):
        done = (*done, *acts)
        found.append(Shot(f"14-new-contract-{number}", pages.NEW_CONTRACT, acts=done))
        done = (*done, Press(f"{name}.on"))
    return tuple(found)


def _bookings(desk: Desk, contract_id: int) -> tuple[Shot, ...]:
    """Return the steps of a booking that is there, and those of a new one."""
    effort = desk.store.booked(contract_id)[0][0].id
    onward = Press("booking.onward")
    there = pages.BookingTarget(contract_id, effort)
    lacking = pages.BookingTarget(contract_id, _learner(desk, contract_id))
    new = pages.BookingTarget(contract_id)
    hired = (Press("card.placement"), onward)
    return (
        Shot("15-booking-chosen", pages.BOOKING, new, hired[:1]),
        Shot("15-booking-who", pages.BOOKING, new, hired),
        Shot("15-booking-where", pages.BOOKING, there, (onward,)),
        *_divided(desk, contract_id, effort),
        Shot("15-booking-proof", pages.BOOKING, lacking, (onward, onward)),
        Shot(
            "15-booking-bought",
            pages.BOOKING,
            new,
            (Press("card.purchase"), onward, Write("booking.amount.editor", "4250")),
        ),
    )


def _learner(desk: Desk, contract_id: int) -> int | None:
    """Return the effort of a contract for which proof is lacking."""
    rules = desk.store.rule_set(contract_id)
    return next(
        one.id
        for one, *_rest in desk.store.booked(contract_id)
        if rules.block(one.block).kind is EffortKind.APPRENTICESHIP
    )


def _editions(desk: Desk, contract_id: int) -> tuple[Shot, ...]:
    """Return what another edition would do, and the move of a contract to it."""
    moved, other, answers = next(_moves(desk))
    there = pages.EditionTarget(other, moved)
    return (
        Shot("26-edition-none", pages.EDITION, pages.EditionTarget("alphen")),
        Shot("26-edition-choose", pages.EDITION, pages.EditionTarget(contract_id=contract_id)),
        Shot("26-edition-chosen", pages.EDITION, there, answers),
        Shot("26-edition-move", pages.EDITION, there, (*answers, Press("edition.ask"))),
    )


def _moves(desk: Desk) -> Iterator[tuple[int, str, tuple[Act, ...]]]:
    """Yield a contract, a set whose rows its efforts can be counted as, and how to choose those."""
    for contract, rules in product(desk.store.contracts(), desk.library.rule_sets):
        contract_id = contract.id or 0
        before = desk.store.rule_set(contract_id)
        booked = [effort for effort, *_rest in desk.store.booked(contract_id)]
        rows = [_alike(before, effort, rules) for effort in booked]
        if rules.id != before.id and booked and all(rows):
            yield (
                contract_id,
                rules.id,
                tuple(
                    act
                    for effort, row in zip(booked, rows, strict=True)
                    for act in (
                        Pick(f"edition.row.{effort.id}", row),
                        Press(f"edition.bonuses.{effort.id}"),
                    )
                ),
            )


def _alike(before: RuleSet, effort: Effort, after: RuleSet) -> str:
    """Return the row of another set that is counted as the row of an effort, "" without one."""
    now = before.block(effort.block)
    rows = [one for one in after.blocks if one.unit.bases == now.unit.bases]
    return next((one.code for one in rows if one.kind is now.kind), rows[0].code if rows else "")


def _own_rules(contract_id: int) -> tuple[Shot, ...]:
    """Return the editor of own rule sets, and how rules come in."""
    editor, tabs = pages.RULE_EDITOR, "rule_editor.tabs"
    copy = pages.RuleEditorTarget("haaglanden-2023-07")
    afresh = Press("act.afresh")
    wrong = (
        Pick(tabs, "table"),
        Press("rule_editor.blocks.add"),
        Write("rule_editor.cell", "Jongeren zonder diploma"),
        Pick(tabs, "owed"),
        Write("rule_editor.obligation.cap.editor", "12.50"),
    )
    return (
        Shot("26-editor-start", editor),
        Shot("26-editor-about", editor, copy, (afresh,)),
        Shot("26-editor-table", editor, copy, (afresh, Pick(tabs, "table"))),
        Shot("26-editor-limits", editor, copy, (afresh, Pick(tabs, "limits"))),
        Shot("26-editor-error", editor, copy, (afresh, *wrong), (afresh,)),
        Shot("26-editor-contract", editor, pages.RuleEditorTarget(contract_id=contract_id)),
        Shot("27-rules-import", pages.RULES, acts=(Press("act.read_rules"),),
             after=(Press("rules.leave"),)),
        Shot("27-rules-own", pages.RULES, acts=(Press("act.read_rules"), Press("rules.take")),
             after=(Press("act.remove_set"),)),
    )  # fmt: skip


def _divided(desk: Desk, contract_id: int, effort: int | None) -> tuple[Shot, ...]:
    """Return an effort divided over contracts and days, and what it is worth elsewhere."""
    divide = pages.BookingTarget(contract_id, effort, divide=True)
    others = (one.id for one in desk.store.contracts() if one.id != contract_id)
    added = Pick("booking.other_place", str(next(others, "")))
    more = Write(f"booking.share.{contract_id}.1.editor", "80")
    return (
        Shot("15-booking-divided", pages.BOOKING, divide, (added,)),
        Shot("15-booking-days", pages.BOOKING, divide, (Press("booking.split"), more)),
        Shot("15-booking-elsewhere", pages.BOOKING, divide, (Press("booking.elsewhere"),)),
    )


def _refusals(contract_id: int) -> tuple[Shot, ...]:
    """Return what an owner sees who types what cannot be kept."""
    new = pages.BookingTarget(contract_id)
    onward = Press("booking.onward")
    return (
        Shot(
            "20-amount-doubtful",
            pages.BOOKING,
            new,
            (Press("card.purchase"), onward, Write("booking.amount.editor", "12.50")),
        ),
        Shot(
            "20-citizen-number",
            pages.BOOKING,
            new,
            (
                Press("card.placement"),
                onward,
                Write("booking.role.editor", "hovenier 111222333", stay=True),
            ),
        ),
    )
