"""Which questions the second step asks, in the words of the rules that hold."""

from __future__ import annotations

from collections.abc import Iterator

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.factors import PRESUMED_FULL_TIME
from sroi_desktop.domain.rules import (
    Basis,
    Block,
    Bonus,
    BonusUnit,
    EffortKind,
    LimitKind,
    ReferenceDate,
    TimeMethod,
)
from sroi_desktop.language import _
from sroi_desktop.language.labels import counting_limit_text, label
from sroi_desktop.language.numbers import number_text, short_money_text
from sroi_desktop.language.steps import enumeration
from sroi_desktop.ui.booking import purchase
from sroi_desktop.ui.booking.question import COST, Question
from sroi_desktop.ui.booking.situation import BY_AMOUNT, BY_HOURS, OPEN_STATES, Situation
from sroi_desktop.ui.kit.content import Choice

YES, NO, UNKNOWN = "yes", "no", "unknown"


def questions(now: Situation) -> tuple[Question, ...]:
    """Return the questions that matter for what was chosen, in their order."""
    if now.kind is None:
        return ()
    return (
        *_who(now),
        _block(now),
        *purchase.supplier(now),
        *_dates(now),
        *_how_much(now),
        *purchase.invoice(now),
        *_person(now),
        *_project(now),
        *_state(now),
        Question("place", _("&Place"), _place_hint(now), optional=True),
        Question("note", _("&Note"), _("For yourself; it is not in the report."), optional=True),
    )


def _who(now: Situation) -> Iterator[Question]:
    if not now.is_about_a_person:
        hint = _("A few words by which you recognise it.")
        yield Question("description", _("&Description"), hint, optional=True)
        return
    yield Question(
        "candidate",
        _("&Candidate"),
        _("Only a code goes into the report. Names stay on this computer."),
        choices=now.known.codes,
    )
    yield Question("role", _("W&ork"), _("Such as: trainee gardener."), optional=True)


def _block(now: Situation) -> Question:
    return Question(
        "block",
        _block_labels().get(now.kind, _("Which &row of the rules?")),
        _block_hint(now),
        choices=tuple(Choice(one.code, one.label, _worth(now, one)) for one in now.blocks),
    )


def _worth(now: Situation, block: Block) -> str:
    """Return what a row is worth, or that nothing counts under it any more."""
    if now.rules is not None and block in now.rules.left_over:
        return _("does not count under these rules")
    return value_text(block)


def _block_labels() -> dict[EffortKind | None, str]:
    return {
        EffortKind.PLACEMENT: _("Which situation did this person come fro&m?"),
        EffortKind.APPRENTICESHIP: _("Which &kind of apprenticeship?"),
        EffortKind.TRAINEESHIP: _("Which &kind of traineeship?"),
        EffortKind.PURCHASE: _("Which kind of pur&chase?"),
        EffortKind.ACTIVITY: _("Which act&ivity?"),
        EffortKind.COST: _("Which &cost?"),
        EffortKind.BESPOKE: _("Which a&greement?"),
    }


def value_text(block: Block) -> str:
    """Return what a block is worth: "€ 40.000 per year at full time"."""
    if block.value is None:
        return label(block.unit)
    return f"{short_money_text(block.value)} {label(block.unit)}"


def _block_hint(now: Situation) -> str:
    if now.block is None or now.rules is None:
        return _situation_hint(now)
    if now.block in now.rules.left_over:
        return _("This row is not in the table of this contract. Under another it counts again.")
    parts = [value_text(now.block)]
    limit = now.block.limit
    if limit.kind is LimitKind.SILENT:
        limit = now.rules.counting.default_limit
    if now.counts_time and limit.kind is not LimitKind.SILENT:
        parts.append(counting_limit_text(limit))
    first = f"{', '.join(parts)}."
    sentences = [f"{first[:1].upper()}{first[1:]}"]
    if now.block.note:
        sentences.append(now.block.note)
    sentences.append(_situation_hint(now))
    return " ".join(sentence for sentence in sentences if sentence)


def _situation_hint(now: Situation) -> str:
    if now.kind is not EffortKind.PLACEMENT or now.rules is None:
        return ""
    if now.rules.counting.reference is ReferenceDate.AWARD:
        return _("The situation on the day of the award counts.")
    return _("The situation on the day before the start counts.")


def _dates(now: Situation) -> Iterator[Question]:
    if now.counts_time or (now.block is None and now.is_about_a_person):
        yield Question("starts", _("&Start date"))
        hint = _("Is there no end yet? Fill in the day until which it is agreed.")
        yield Question("ends", _("&End date"), hint)
    elif now.basis is Basis.AMOUNT:
        text = _("&Invoice date") if now.kind is EffortKind.PURCHASE else _("Da&te")
        yield Question("starts", text)
        if now.kind is not EffortKind.PURCHASE or now.form.ends:
            hint = _("Only where it covers more days.")
            yield Question("ends", _("&Last day"), hint, optional=True)
    else:
        yield Question("starts", _("Da&te"))
        hint = _("Only where it took more days.")
        yield Question("ends", _("&Last day"), hint, optional=True)


def _how_much(now: Situation) -> Iterator[Question]:
    if now.has_choice_of_basis:
        hint = _("Hours or an amount count, not both.")
        yield Question("counted_by", _("What do you count?"), hint, choices=basis_choices())
    match now.basis:
        case Basis.YEAR | Basis.MONTH | Basis.SCHOOL_YEAR:
            yield from _working_time(now)
        case Basis.HOUR:
            yield Question("employees", _("Number of e&mployees"))
            yield Question("hours", _("&Hours each"), _("On average, for each employee."))
        case Basis.DAY:
            yield Question("quantity", _("Number of da&ys"))
            hint = _("The value per day is a maximum. Was it less? Fill in what it cost.")
            yield Question("amount", _("&Amount, excluding VAT"), hint, optional=True)
        case Basis.PIECE:
            yield Question("quantity", _("How man&y?"))
        case Basis.AMOUNT:
            yield Question("amount", _("&Amount, excluding VAT"), _("What you paid."))
        case Basis.AGREED:
            hint = _("What the adviser agreed to. Nothing counts until then.")
            yield Question("amount", _("&Amount agreed"), hint, optional=True)
        case None:
            pass


def _place_hint(now: Situation) -> str:
    """Say which places count, where the rules name them; the authority judges it."""
    region = None if now.rules is None else now.rules.region
    if region is None or not (region.places or region.text):
        return _("Where it took place.")
    if region.text is not None:
        return region.text
    return _("These places count: {places}.").format(places=", ".join(region.places))


def _working_time(now: Situation) -> Iterator[Question]:
    yield Question("hours_per_week", _("&Hours a week"), full_time_text(now))
    if now.rules is None:
        return
    if now.rules.counting.method is TimeMethod.WORKED_HOURS:
        hint = _("In the whole period. These rules count the hours that were worked.")
        yield Question("worked_hours", _("Ho&urs worked"), hint, optional=True)
    if now.asks_subsidy:
        hint = _("As long as it runs, this person keeps counting.")
        yield Question("wage_subsidy_until", _("Wage subsid&y until"), hint, optional=True)


def full_time_text(now: Situation) -> str:
    """Return what full time is under the rules, and who says so."""
    if now.place is None:
        return ""
    rules, contract = now.place.rules, now.place.contract
    if rules.full_time_hours is not None:
        return _("Full time at {publisher} is {number} hours.").format(
            publisher=rules.publisher, number=number_text(rules.full_time_hours)
        )
    if contract.full_time_hours is not None:
        return _("You filled in that full time is {number} hours.").format(
            number=number_text(contract.full_time_hours)
        )
    return _("The rules name no full-time week; {number} hours is assumed.").format(
        number=number_text(PRESUMED_FULL_TIME)
    )


def _project(now: Situation) -> Iterator[Question]:
    """Ask where it was done, where the rules want a part of it on the project itself."""
    region = None if now.rules is None else now.rules.region
    if region is not None and region.on_project_share is not None:
        text = _("Is this done on the project itself?")
        yield Question("on_project", text, region.text or "", choices=yes_no_choices())


def _person(now: Situation) -> Iterator[Question]:
    if not now.counts_time or now.block is None:
        return
    months = now.block.min_months_out
    if months is not None:
        text = _("Did this person work for you in the {number} months before?")
        hint = _("Someone who did does not count under these rules.")
        text = text.format(number=months)
        yield Question("worked_here_before", text, hint, choices=yes_no_choices())
    if now.bonuses:
        bonuses = tuple(Choice(one.code, _bonus(one)) for one in now.bonuses)
        yield Question("bonuses", _("Does one of these bonuses &apply?"), choices=bonuses)
    for bonus in now.bonuses:
        if bonus.unit is BonusUnit.COST and bonus.code in now.form.bonuses:
            name = bonus.label.replace("&", "&&")
            text = _("Cost of “{name}”, excluding VAT").format(name=name)
            yield Question(f"{COST}{bonus.code}", text)
    ages = [f"“{one.label}”" for one in now.bonuses if one.age is not None]
    if ages:
        hint = _("Only needed for the bonus {names}. It never goes into a report.")
        text = _("Date of bi&rth")
        yield Question("born", text, hint.format(names=enumeration(ages)), optional=True)


def _bonus(bonus: Bonus) -> str:
    """Return a bonus with what it brings: "Permanent contract (€ 10.000 per year)"."""
    value = label(bonus.unit)
    if bonus.value is not None:
        value = f"{short_money_text(bonus.value)} {value}"
    return f"{bonus.label} ({value})".replace("&", "&&")


def _state(now: Situation) -> Iterator[Question]:
    if not now.asks_state:
        return
    hint = _("Follows from the dates, unless you choose otherwise.")
    yield Question("state", _("Where does it stand?"), hint, choices=state_choices())


def basis_choices() -> tuple[Choice, ...]:
    """Return the two ways in which some blocks may be counted."""
    return (Choice(BY_HOURS, _("Hours")), Choice(BY_AMOUNT, _("Amount paid")))


def yes_no_choices() -> tuple[Choice, ...]:
    """Return the answers to a question that one may not know the answer to."""
    return (Choice(YES, _("Yes")), Choice(NO, _("No")), Choice(UNKNOWN, _("I don’t know")))


def state_choices() -> tuple[Choice, ...]:
    """Return where an effort may stand before it goes to the authority."""
    words = {
        EffortState.PLANNED: label(EffortState.PLANNED),
        EffortState.COMMITTED: _("Agreed, still to begin"),
        EffortState.REALISED: _("Begun or done"),
    }
    return tuple(Choice(state.value, words[state]) for state in OPEN_STATES)
