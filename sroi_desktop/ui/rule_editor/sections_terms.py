"""The sections about what goes with a table: time, proof, limits, and rules in words. No Qt."""

from __future__ import annotations

from sroi_desktop.domain.rules import (
    Anchor,
    CapOf,
    DeadlineKind,
    EffortKind,
    NotePlace,
    ReferenceDate,
    Rhythm,
    TimeMethod,
)
from sroi_desktop.language import _, pgettext
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.rule_editor.questions import (
    Group,
    Kind,
    Question,
    RowTable,
    Section,
    choices,
    silent,
    yes_no,
    yes_or_silent,
)


def terms_sections() -> tuple[Section, ...]:
    """Return the sections of what goes with a table."""
    return (_time(), _proof(), _limits(), _words())


def _time() -> Section:
    limit = _("Such as 12, 2 years, 2 full-time years, no limit. A row may say otherwise.")
    methods = {
        TimeMethod.CALENDAR_MONTHS: _("by calendar months"),
        TimeMethod.DAYS: _("by days"),
        TimeMethod.WORKED_HOURS: _("by hours worked"),
        TimeMethod.WEEKS: _("by weeks"),
    }
    return Section(
        "time",
        _("What time counts"),
        (
            Group(
                _("How long and how"),
                (
                    Question("counting.limit", _("Someone counts for at most"), Kind.LIMIT, limit),
                    Question(
                        "counting.method",
                        _("How time counts"),
                        Kind.CHOICE,
                        choices=(silent(), *_named(methods)),
                    ),
                    Question("counting.min_hours_per_week", _("Fewest hours a week"), Kind.HOURS),
                    Question(
                        "counting.look_back_months",
                        _("May have started so many months before"),
                        Kind.WHOLE,
                    ),
                ),
            ),
            Group(_("More about time"), _time_more(), rare=True),
        ),
    )


def _time_more() -> tuple[Question, ...]:
    days = {
        ReferenceDate.START: _("the first day of work"),
        ReferenceDate.AWARD: _("the day of the award"),
    }
    return (
        Question(
            "counting.counts_before_contract",
            _("Time before the contract counts"),
            Kind.ANSWER,
            choices=yes_no(),
        ),
        Question(
            "counting.wage_subsidy_extends",
            _("Longer while the wage subsidy runs"),
            Kind.FLAG,
            choices=yes_or_silent(),
        ),
        Question(
            "counting.interruption_months",
            _("A break does not end the count up to (months)"),
            Kind.WHOLE,
        ),
        Question(
            "counting.reference",
            _("Age and group are judged on"),
            Kind.CHOICE,
            choices=(silent(), *_named(days)),
        ),
        Question("counting.pro_rata", _("In proportion, in words")),
    )


def _named(names: dict[TimeMethod, str] | dict[ReferenceDate, str]) -> tuple[Choice, ...]:
    return tuple(Choice(str(one.value), name) for one, name in names.items())


def _proof() -> Section:
    return Section(
        "proof",
        _("Evidence and deadlines"),
        (
            Group(
                _("What proves it"),
                (),
                (_evidence(),),
                _("For a kind without a piece of its own the usual pieces are asked."),
            ),
            Group(
                _("What is due when"),
                (
                    Question(
                        "rhythm",
                        _("How often to report"),
                        Kind.CHOICE,
                        choices=(silent(), *choices(Rhythm)),
                    ),
                ),
                (_deadlines(),),
            ),
        ),
    )


def _evidence() -> RowTable:
    return RowTable(
        "evidence",
        pgettext("rules", "Pieces of evidence"),
        _("Add a piece"),
        (
            Question("label", _("Document"), needed=True, width=20),
            Question(
                "covers_period",
                _("Covers the whole period"),
                Kind.FLAG,
                choices=yes_or_silent(),
                width=11,
            ),
        ),
        (
            Question("kinds", _("For which kinds"), Kind.KINDS),
            Question("blocks", _("Only for these rows"), Kind.BLOCKS),
        ),
        start=(("kinds", EffortKind.PLACEMENT.value),),
        hidden=(Question("code", ""), Question("assumed", "", Kind.FLAG)),
    )


def _deadlines() -> RowTable:
    return RowTable(
        "deadlines",
        _("Deadlines"),
        _("Add a deadline"),
        (
            Question("kind", _("What"), Kind.CHOICE, choices=choices(DeadlineKind), width=11),
            Question("days", _("Days"), Kind.WHOLE, width=5),
            Question(
                "working_days", _("Working days"), Kind.FLAG, choices=yes_or_silent(), width=8
            ),
            Question("months", _("Months"), Kind.WHOLE, width=6),
            Question(
                "anchor", _("After"), Kind.CHOICE, choices=(silent(), *choices(Anchor)), width=13
            ),
        ),
        start=(("kind", DeadlineKind.FIRST_CONTACT.value),),
    )


def _limits() -> Section:
    return Section(
        "limits",
        _("Limits and penalty"),
        (
            Group(_("Limits to a part"), (), (_caps(),)),
            Group(_("When it is not reached"), _penalty()),
            Group(_("Where it may take place"), _region(), rare=True),
            Group(_("Who is a social enterprise"), (), (_recognition(),), rare=True),
        ),
    )


def _caps() -> RowTable:
    return RowTable(
        "share_caps",
        _("Largest parts"),
        _("Add a limit"),
        (
            Question("label", _("What is limited"), needed=True, width=16),
            Question("share", _("At most"), Kind.SHARE, needed=True),
            Question("of", _("Of"), Kind.CHOICE, choices=choices(CapOf), width=12),
        ),
        (
            Question("kinds", _("These kinds"), Kind.KINDS),
            Question("blocks", _("These rows"), Kind.BLOCKS),
        ),
        start=(("of", CapOf.OBLIGATION.value),),
    )


def _penalty() -> tuple[Question, ...]:
    flags = yes_or_silent()
    return (
        Question("penalty.factor", _("Penalty: so many times what is missing"), Kind.NUMBER),
        Question(
            "penalty.pro_rata", _("In proportion to what is missing"), Kind.FLAG, choices=flags
        ),
        Question(
            "penalty.recovery_period",
            _("There is time to make up for it"),
            Kind.FLAG,
            choices=flags,
        ),
        Question("penalty.recovery_months", _("Months to make up for it"), Kind.WHOLE),
        Question(
            "penalty.no_fault_exempt", _("No penalty without fault"), Kind.FLAG, choices=flags
        ),
        Question("penalty.buy_off", _("The rest may be paid in money"), Kind.FLAG, choices=flags),
        Question("penalty.text", _("In the words of the source"), Kind.LONG),
    )


def _region() -> tuple[Question, ...]:
    return (
        Question("region.places", _("Counts in"), Kind.NAMES, _("With a comma between them.")),
        Question("region.bound", _("Borders matter"), Kind.ANSWER, choices=yes_no()),
        Question(
            "region.on_project_share", _("On the project itself, at least"), Kind.SHARE, unit="%"
        ),
        Question("region.text", _("In the words of the source"), Kind.LONG),
    )


def _recognition() -> RowTable:
    return RowTable(
        "recognition",
        _("Recognition"),
        _("Add a kind of enterprise"),
        (
            Question("label", _("Who"), needed=True, width=18),
            Question("aspirant", _("Aspirant"), Kind.FLAG, choices=yes_or_silent()),
            Question("within_months", _("Within months"), Kind.WHOLE),
        ),
        (
            Question("schemes", _("Recognised by"), Kind.NAMES, _("With a comma between them.")),
            Question("target_group_share", _("Staff from the target group"), Kind.SHARE, unit="%"),
            Question("market_income_share", _("Income from the market"), Kind.SHARE, unit="%"),
            Question(
                "seat_in_region", _("A seat in the region"), Kind.FLAG, choices=yes_or_silent()
            ),
            Question("note", _("Note"), Kind.LONG),
        ),
        hidden=(Question("code", ""),),
    )


def _words() -> Section:
    return Section(
        "words",
        _("Rules in words"),
        (
            Group(
                _("What no field is for"),
                (),
                (
                    RowTable(
                        "notes",
                        _("Rules in words"),
                        _("Add a rule"),
                        (
                            Question("text", _("The rule"), needed=True, width=28),
                            Question(
                                "place",
                                _("Matters for"),
                                Kind.CHOICE,
                                choices=(Choice("", _("everything")), *choices(NotePlace)),
                                width=12,
                            ),
                        ),
                        (Question("blocks", _("Only for these rows"), Kind.BLOCKS),),
                        start=(("place", NotePlace.VALUATION.value),),
                    ),
                ),
                _("The program shows these where they matter and prints them in the report."),
            ),
        ),
    )
