"""Pictures of screens in the midst of something: filled in halfway, refused, opened up."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from sroi_desktop.app.picture_hands import Act, Pick, Press, Write
from sroi_desktop.app.scenes import Shot, first_contract
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.ui import pages
from sroi_desktop.ui.edition.asking import ASIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk


def states(desk: Desk) -> tuple[Shot, ...]:
    """Return screens in the midst of something: filled in halfway, refused, opened up."""
    first = first_contract(desk)
    return (
        *_conversation(),
        *_bookings(desk, first),
        *_refusals(first),
        *_own_rules(first),
        *_evidence(),
        *_compared(first),
        *_editions(desk, first),
        *_answered(first),
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
        Shot("27-rules-documents", pages.RULES,
             acts=(Press("act.read_rules"), Press("rules.take"), Press("rules.document.remove.1")),
             after=(Press("act.remove_set"),)),
    )  # fmt: skip


def _evidence() -> tuple[Shot, ...]:
    """Return a document that was seen only, and a file that is too large."""
    return (
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
    )


def _compared(contract_id: int) -> tuple[Shot, ...]:
    """Return two sets side by side, and a set beside the copy that a contract keeps."""
    copy = pages.CompareTarget("utrecht-v2", contract_id=contract_id)
    return (
        Shot("23-rules-compare", pages.RULES, acts=(Press("act.compare"),)),
        Shot("23-rules-compare-copy", pages.RULES, copy, (Press("rules.only"),)),
    )


def _editions(desk: Desk, contract_id: int) -> tuple[Shot, ...]:
    """Return what another edition would do, and the move of a contract to it."""
    moved, other, answers = next(_moves(desk))
    there = pages.EditionTarget(other, moved)
    first = next(one for one in answers if isinstance(one, Pick))
    left = (*answers, Pick(first.name, ASIDE))
    return (
        Shot("26-edition-terms", pages.EDITION, pages.EditionTarget("schiedam", contract_id)),
        Shot("26-edition-none", pages.EDITION, pages.EditionTarget("alphen")),
        Shot("26-edition-choose", pages.EDITION, pages.EditionTarget(contract_id=contract_id)),
        Shot("26-edition-chosen", pages.EDITION, there, answers),
        Shot("26-edition-aside", pages.EDITION, there, left),
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


def _answered(contract_id: int) -> tuple[Shot, ...]:
    """Return what comes of asking: an issued report, an obligation, a search."""
    return (
        Shot(
            "22-reports-issued",
            pages.REPORTS,
            pages.ReportTarget(contract_id),
            (Pick("reports.tabs", "issued"),),
        ),
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
