"""Rules of the right shape that contradict themselves are refused at their key."""

from __future__ import annotations

import pytest

from sroi_desktop.rulesets import ProblemKind
from tests.unit.rulesets.bad_files import BLOCK, BONUS, GOOD, HEAD, problems_of, the_problem

GROUP = '[[groups]]\ncode = "ww"\nlabel = "WW"\nby = "benefit_duration"\n'
CAP = '[[share_caps]]\nlabel = "Inkoop"\nkinds = ["purchase"]\nshare = "1/2"\n'
ROW = '[[recognition]]\ncode = "x"\nlabel = "X"\n'
OWED = GOOD + "[obligation]\n"

RULES = [
    ("format = 2\n" + GOOD, "format", ProblemKind.NEWER_FORMAT),
    ("format = 0\n" + GOOD, "format", ProblemKind.LESS_THAN_ONE),
    (GOOD.replace('"own-set"', '"Own Set"'), "id", ProblemKind.BAD_CODE),
    (GOOD.replace('"own-set"', '"../../x"'), "id", ProblemKind.BAD_CODE),
    (GOOD.replace('"own-set"', f'"{"x" * 61}"'), "id", ProblemKind.BAD_CODE),
    (GOOD.replace('"Own"', '"  "'), "title", ProblemKind.EMPTY),
    (GOOD.replace('"WW"', '""'), "blocks[0].label", ProblemKind.EMPTY),
    ('missing = [""]\n' + GOOD, "missing[0]", ProblemKind.EMPTY),
    ('supersedes = "own-set"\n' + GOOD, "supersedes", ProblemKind.SUPERSEDES_ITSELF),
    ("full_time_hours = 0\n" + GOOD, "full_time_hours", ProblemKind.FULL_TIME),
    ("full_time_hours = 200\n" + GOOD, "full_time_hours", ProblemKind.FULL_TIME),
    ("full_time_hours = -36\n" + GOOD, "full_time_hours", ProblemKind.FULL_TIME),
    (GOOD.replace("20000", "-1"), "blocks[0].value", ProblemKind.NEGATIVE),
    (GOOD.replace("20000", "-0.01"), "blocks[0].value", ProblemKind.NEGATIVE),
    (GOOD.replace("20000", "1000000001"), "blocks[0].value", ProblemKind.TOO_GREAT),
    (GOOD.replace("20000", "0.001"), "blocks[0].value", ProblemKind.NOT_CENTS),
    (GOOD.replace("20000", '"1/3"'), "blocks[0].value", ProblemKind.NOT_CENTS),
    (GOOD.replace("value = 20000\n", ""), "blocks[0].value", ProblemKind.VALUE_MISSING),
    (GOOD.replace("value = 5000\n", ""), "bonuses[0].value", ProblemKind.VALUE_MISSING),
    (
        GOOD.replace('"per_year"', '"cost"', 1),
        "blocks[0].value",
        ProblemKind.VALUE_UNUSED,
    ),
    (
        GOOD.replace('"per_year"\nvalue = 20000', '"cost"\nvalue_from_contract = true'),
        "blocks[0].value_from_contract",
        ProblemKind.VALUE_UNUSED,
    ),
    (
        GOOD.replace("20000", "20000\nvalue_from_contract = true"),
        "blocks[0]",
        ProblemKind.ONE_OF,
    ),
    (HEAD + BLOCK + BLOCK, "blocks[1].code", ProblemKind.DUPLICATE),
    (GOOD + BONUS, "bonuses[1].code", ProblemKind.DUPLICATE),
    (GOOD.replace('"ww"', '"W W"'), "blocks[0].code", ProblemKind.BAD_CODE),
    (HEAD + BLOCK + "limit = { months = 0 }", "blocks[0].limit.months", ProblemKind.LESS_THAN_ONE),
    (HEAD + BLOCK + "limit = { months = 1201 }", "blocks[0].limit.months", ProblemKind.TOO_GREAT),
    (
        HEAD + BLOCK + "limit = { worked_years = 0 }",
        "blocks[0].limit.worked_years",
        ProblemKind.LESS_THAN_ONE,
    ),
    (HEAD + BLOCK + "limit = {}", "blocks[0].limit", ProblemKind.ONE_OF),
    (
        HEAD + BLOCK + "limit = { months = 12, unlimited = true }",
        "blocks[0].limit",
        ProblemKind.ONE_OF,
    ),
    (HEAD + BLOCK + "min_months_out = -1", "blocks[0].min_months_out", ProblemKind.NEGATIVE),
    (HEAD + BLOCK + "share_cap = 1.01", "blocks[0].share_cap", ProblemKind.NOT_A_SHARE),
    (HEAD + BLOCK + "share_cap = 0", "blocks[0].share_cap", ProblemKind.NOT_A_SHARE),
    (GOOD + "age = {}", "bonuses[0].age", ProblemKind.ONE_OF),
    (GOOD + "age = { at_least = 50, over = 50 }", "bonuses[0].age", ProblemKind.ONE_OF),
    (GOOD + "age = { at_least = 0 }", "bonuses[0].age.at_least", ProblemKind.LESS_THAN_ONE),
    (GOOD + "age = { over = 121 }", "bonuses[0].age.over", ProblemKind.TOO_GREAT),
    (
        GOOD + "[obligation]\npercentage = 101",
        "obligation.percentage",
        ProblemKind.NOT_A_PERCENTAGE,
    ),
    (
        GOOD + "[obligation]\noffered_up_to = -1",
        "obligation.offered_up_to",
        ProblemKind.NOT_A_PERCENTAGE,
    ),
    (GOOD + "[obligation]\ncap = -1", "obligation.cap", ProblemKind.NEGATIVE),
    (
        GOOD + "[obligation]\npercentage = 5\ncap = 9999\nthresholds = { works = 200000 }",
        "obligation.cap",
        ProblemKind.CAP_TOO_LOW,
    ),
    (
        GOOD + "[obligation]\nthresholds = { works = -1 }",
        "obligation.thresholds.works",
        ProblemKind.NEGATIVE,
    ),
    (
        GOOD + "[obligation]\nlow_labour = { share_under = 30, percentage = 2 }",
        "obligation.low_labour.share_under",
        ProblemKind.NOT_A_SHARE,
    ),
    (
        GOOD + "[obligation]\nlow_labour = { share_under = 0.3, percentage = 200 }",
        "obligation.low_labour.percentage",
        ProblemKind.NOT_A_PERCENTAGE,
    ),
    (GOOD + "[obligation]\nmin_months = 0", "obligation.min_months", ProblemKind.LESS_THAN_ONE),
    (GOOD + "[counting]\nlook_back_months = -1", "counting.look_back_months", ProblemKind.NEGATIVE),
    (
        GOOD + "[counting]\nlimit = { months = 0 }",
        "counting.limit.months",
        ProblemKind.LESS_THAN_ONE,
    ),
    (
        GOOD + "[counting]\nmin_hours_per_week = -1",
        "counting.min_hours_per_week",
        ProblemKind.NEGATIVE,
    ),
    (
        "full_time_hours = 36\n" + GOOD + "[counting]\nmin_hours_per_week = 37",
        "counting.min_hours_per_week",
        ProblemKind.ABOVE_FULL_TIME,
    ),
    (
        GOOD + "[counting]\nmin_hours_per_week = 49",
        "counting.min_hours_per_week",
        ProblemKind.ABOVE_FULL_TIME,
    ),
    (GOOD + "[penalty]\nfactor = -1", "penalty.factor", ProblemKind.NEGATIVE),
    (GOOD + "[penalty]\nfactor = 101", "penalty.factor", ProblemKind.TOO_GREAT),
    (GOOD + '[[sources]]\nurl = ""', "sources[0].url", ProblemKind.EMPTY),
    (GOOD + '[[evidence]]\ncode = "x"\nlabel = "X"', "evidence[0]", ProblemKind.FOR_NOTHING),
    (
        GOOD + '[[evidence]]\ncode = "x"\nlabel = "X"\nblocks = ["ww", "wia"]',
        "evidence[0].blocks[1]",
        ProblemKind.UNKNOWN_BLOCK,
    ),
    (
        GOOD + '[[share_caps]]\nlabel = "X"\nblocks = ["wia"]\nshare = 0.5',
        "share_caps[0].blocks[0]",
        ProblemKind.UNKNOWN_BLOCK,
    ),
    (
        GOOD + '[[share_caps]]\nlabel = "X"\nblocks = ["ww"]\nshare = 50',
        "share_caps[0].share",
        ProblemKind.NOT_A_SHARE,
    ),
    (GOOD + '[[deadlines]]\nkind = "plan"\ndays = -1', "deadlines[0].days", ProblemKind.NEGATIVE),
    (GOOD + '[[deadlines]]\nkind = "plan"', "deadlines[0].days", ProblemKind.MISSING_KEY),
    (
        GOOD + '[[deadlines]]\nkind = "plan"\nmonths = 1201',
        "deadlines[0].months",
        ProblemKind.TOO_GREAT,
    ),
    (
        GOOD + '[[share_caps]]\nlabel = "X"\nshare = 0.5',
        "share_caps[0]",
        ProblemKind.LIMITS_NOTHING,
    ),
    (
        HEAD + BLOCK + "limit = { worked_hours = 0 }",
        "blocks[0].limit.worked_hours",
        ProblemKind.LESS_THAN_ONE,
    ),
    (
        HEAD + BLOCK + "limit = { wage_subsidy = true, months = 12 }",
        "blocks[0].limit",
        ProblemKind.ONE_OF,
    ),
    (HEAD + BLOCK + "counts_for = 0.5", "blocks[0].counts_for", ProblemKind.PART_UNUSED),
    (
        HEAD + BLOCK.replace('"per_year"\nvalue = 20000', '"cost"') + "counts_for = 50",
        "blocks[0].counts_for",
        ProblemKind.NOT_A_SHARE,
    ),
    (HEAD + BLOCK + 'choice = "jong"', "blocks[0].group", ProblemKind.MISSING_KEY),
    (HEAD + BLOCK + 'group = "ww"', "blocks[0].group", ProblemKind.UNKNOWN_GROUP),
    (HEAD + BLOCK + 'group = "ww"\n' + GROUP, "groups[0]", ProblemKind.NO_CHOICE),
    (
        HEAD
        + BLOCK
        + 'group = "ww"\n'
        + BLOCK.replace('"ww"', '"b"')
        + 'group = "ww"\n'
        + 2 * GROUP,
        "groups[1].code",
        ProblemKind.DUPLICATE,
    ),
    (GOOD + 'blocks = ["wia"]', "bonuses[0].blocks[0]", ProblemKind.UNKNOWN_BLOCK),
    (
        'notes = [{ place = "valuation", text = "X", blocks = ["wia"] }]\n' + GOOD,
        "notes[0].blocks[0]",
        ProblemKind.UNKNOWN_BLOCK,
    ),
    ('notes = [{ place = "report", text = " " }]\n' + GOOD, "notes[0].text", ProblemKind.EMPTY),
    ('notes = ["X", ""]\n' + GOOD, "notes[1]", ProblemKind.EMPTY),
    (
        'notes = [{ place = "nowhere", text = "X" }]\n' + GOOD,
        "notes[0].place",
        ProblemKind.UNKNOWN_VALUE,
    ),
    (
        OWED + "percentages = [{ percentage = 2 }]",
        "obligation.percentages[0]",
        ProblemKind.SAME_CONDITIONS,
    ),
    (
        OWED + 'percentages = [{ percentage = 2, category = "works" },'
        ' { percentage = 3, category = "works" }]',
        "obligation.percentages[1]",
        ProblemKind.SAME_CONDITIONS,
    ),
    (
        OWED + 'percentages = [{ percentage = 200, category = "works" }]',
        "obligation.percentages[0].percentage",
        ProblemKind.NOT_A_PERCENTAGE,
    ),
    (
        OWED + "percentages = [{ percentage = 2, labour_share_under = 30 }]",
        "obligation.percentages[0].labour_share_under",
        ProblemKind.NOT_A_SHARE,
    ),
    (
        OWED + 'quotas = [{ unit = "hours", amount = 0 }]',
        "obligation.quotas[0].amount",
        ProblemKind.NOT_MORE_THAN_ZERO,
    ),
    (
        OWED + 'quotas = [{ unit = "fte", amount = 1, per = 0 }]',
        "obligation.quotas[0].per",
        ProblemKind.NOT_MORE_THAN_ZERO,
    ),
    (
        OWED + 'quotas = [{ unit = "fte", amount = 1 }, { unit = "fte", amount = 2 }]',
        "obligation.quotas[1].unit",
        ProblemKind.DUPLICATE,
    ),
    (
        OWED + 'quotas = [{ unit = "people", amount = 1 }]',
        "obligation.quotas[0].unit",
        ProblemKind.UNKNOWN_VALUE,
    ),
    (
        OWED + 'pso = [{ from_level = "2", percentage = 101 }]',
        "obligation.pso[0].percentage",
        ProblemKind.NOT_A_PERCENTAGE,
    ),
    (
        OWED
        + 'pso = [{ from_level = "2", percentage = 50 }, { from_level = "2", percentage = 9 }]',
        "obligation.pso[1].from_level",
        ProblemKind.DUPLICATE,
    ),
    (
        OWED + 'pso = [{ from_level = "4", percentage = 50 }]',
        "obligation.pso[0].from_level",
        ProblemKind.UNKNOWN_VALUE,
    ),
    (
        GOOD + "[penalty]\nrecovery_months = 0",
        "penalty.recovery_months",
        ProblemKind.LESS_THAN_ONE,
    ),
    (
        GOOD + "[region]\non_project_share = 50",
        "region.on_project_share",
        ProblemKind.NOT_A_SHARE,
    ),
    (GOOD + '[region]\nplaces = [""]', "region.places[0]", ProblemKind.EMPTY),
    (GOOD + ROW + ROW, "recognition[1].code", ProblemKind.DUPLICATE),
    (
        GOOD + ROW + "target_group_share = 30",
        "recognition[0].target_group_share",
        ProblemKind.NOT_A_SHARE,
    ),
    (
        GOOD + ROW + "within_months = 0",
        "recognition[0].within_months",
        ProblemKind.LESS_THAN_ONE,
    ),
    *(
        (GOOD + f'[[citations]]\nkey = "{key}"', "citations[0].key", ProblemKind.NO_SUCH_VALUE)
        for key in ("blocks", "blocks.wia.value", "blocks.ww.nothing", "full_time_hours", "x", "")
    ),
    *(
        (
            GOOD + CAP + f'[[citations]]\nkey = "share_caps.{row}.share"',
            "citations[0].key",
            ProblemKind.NO_SUCH_VALUE,
        )
        for row in ("0", "2", "01", "Inkoop", "-1", "")
    ),
    (
        GOOD + 2 * '[[citations]]\nkey = "blocks.ww.value"\n',
        "citations[1].key",
        ProblemKind.DUPLICATE,
    ),
    (
        GOOD + 2 * '[[deadlines]]\nkind = "plan"\ndays = 7\n',
        "deadlines[1].kind",
        ProblemKind.DUPLICATE,
    ),
]


@pytest.mark.parametrize(
    ("text", "path", "kind"),
    RULES,
    ids=[f"{at}-{path}" for at, (_, path, _) in enumerate(RULES)],
)
def test_that_an_impossible_rule_is_refused_at_its_key(
    text: str, path: str, kind: ProblemKind
) -> None:
    assert the_problem(text) == (path, kind)


def test_that_two_bonuses_of_one_stagger_at_one_age_contradict_each_other() -> None:
    step = BONUS + 'stagger = "age"\nage = { at_least = 50 }\n'
    second = step.replace('"age-50"', '"again"')
    assert the_problem(GOOD.replace(BONUS, step + second)) == (
        "bonuses[1].age",
        ProblemKind.SAME_AGE,
    )


def test_that_older_than_fifty_and_at_least_fifty_one_are_the_same_age() -> None:
    over = BONUS + 'stagger = "age"\nage = { over = 50 }\n'
    least = BONUS.replace('"age-50"', '"again"') + 'stagger = "age"\nage = { at_least = 51 }\n'
    assert the_problem(GOOD.replace(BONUS, over + least)) == (
        "bonuses[1].age",
        ProblemKind.SAME_AGE,
    )


def test_that_everything_that_is_the_matter_is_told_at_once() -> None:
    text = "full_time_hours = 0\n" + GOOD.replace("20000", "-1").replace("5000", "-2")
    assert [problem.key_path for problem in problems_of(text)] == [
        "full_time_hours",
        "blocks[0].value",
        "bonuses[0].value",
    ]
