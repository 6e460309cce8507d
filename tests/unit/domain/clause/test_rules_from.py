"""What the answers make of a contract and its rules."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.clause import Answers, Key, contract_from, rules_from, to_note
from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.errors import EndBeforeStartError
from sroi_desktop.domain.rules import (
    Anchor,
    Category,
    Citation,
    CountingLimit,
    DeadlineKind,
    DeadlineRule,
    LimitKind,
    LowLabour,
    Note,
    NotePlace,
    ObligationBase,
    ObligationTerms,
    PenaltyTerms,
    PercentageRow,
    PsoDiscount,
    PsoLevel,
    Quota,
    QuotaUnit,
    ReferenceDate,
    RegionTerms,
    Rhythm,
)
from sroi_desktop.domain.rules.blocks import LIMIT_UNSTATED
from tests.unit.domain.build import INVOICE, PLACEMENT, RULES, day, eur
from tests.unit.domain.clause.build import NOT_THERE, TENDER, answers, given, wording

BLANK = replace(RULES, id="generic", blocks=(replace(PLACEMENT, value=None), INVOICE))
OLD = Citation("obligation.percentage", "1")
FIVE = given(page="12", quote="5% van de opdrachtsom", unit="percentage", percentage=Fraction(5))


# --- the contract


def test_that_a_contract_takes_every_answer_about_it() -> None:
    found = contract_from(
        answers(
            contract=given(category="works", sum=eur(1_000_000), labour=Fraction(40)),
            demand=FIVE,
            base=given(base="wage_sum", amount=eur(400_000)),
            term=given(starts=day("2026-01-01"), ends=day("2027-12-31")),
            rhythm=given(rhythm="quarterly"),
            full_time=given(hours=Fraction(36)),
        ),
        TENDER,
    )
    assert found == replace(
        TENDER,
        category=Category.WORKS,
        sum_excl_vat=eur(1_000_000),
        labour_share=Fraction(2, 5),
        percentage=Fraction(5),
        wage_sum=eur(400_000),
        starts_on=day("2026-01-01"),
        ends_on=day("2027-12-31"),
        rhythm=Rhythm.QUARTERLY,
        full_time_hours=Fraction(36),
    )
    assert found.state is ContractState.TENDER


def test_that_a_contract_without_answers_stays_as_it_is() -> None:
    assert contract_from(Answers(), TENDER) == TENDER
    assert contract_from(answers(demand=NOT_THERE), TENDER) == TENDER


def test_that_a_fixed_amount_and_a_quota_stand_in_the_contract() -> None:
    fixed = contract_from(answers(demand=given(unit="fixed", amount=eur(50_000))), TENDER)
    assert fixed.fixed_amount == eur(50_000)
    asked = given(unit="fte", number=Fraction(1, 2), per=eur(500_000))
    counted = contract_from(answers(demand=asked), TENDER)
    assert counted.quotas == (Quota(QuotaUnit.FTE, Fraction(1, 2), eur(500_000)),)


@pytest.mark.parametrize(
    ("base", "name"), [("bid_sum", "bid_sum"), ("invoiced_turnover", "expected_turnover")]
)
def test_that_the_sum_of_another_base_stands_in_its_own_field(base: str, name: str) -> None:
    found = contract_from(answers(base=given(base=base, amount=eur(90_000))), TENDER)
    assert getattr(found, name) == eur(90_000)
    assert found.sum_excl_vat is None


def test_that_a_contract_that_ends_before_it_starts_is_refused() -> None:
    term = given(starts=day("2026-02-01"), ends=day("2026-01-01"))
    with pytest.raises(EndBeforeStartError):
        contract_from(answers(term=term), TENDER)


# --- the rules


def test_that_rules_without_answers_are_those_of_the_base() -> None:
    found = rules_from(Answers(), RULES, wording())
    assert found == replace(
        RULES,
        id="test-own",
        title="Regels uit het bestek",
        publisher="Elders",
        based_on=RULES.id,
        assumptions=(*RULES.assumptions, "Uit het bestek overgenomen."),
    )


def test_that_what_is_owed_follows_the_clause() -> None:
    found = rules_from(
        answers(
            contract=given(category="works"),
            demand=FIVE,
            base=given(base="bid_sum"),
            cap=given(amount=eur(300_000)),
            threshold=given(page="13", amount=eur(250_000)),
            offer=given(up_to=Fraction(7)),
            low_labour=given(percentage=Fraction(2), under=Fraction(30)),
            pso=given(level="2", discount=Fraction(100)),
        ),
        replace(
            BLANK,
            obligation=ObligationTerms(
                thresholds=((Category.WORKS, eur(1)), (Category.SERVICES, eur(2))),
                percentages=(PercentageRow(Fraction(3), Category.WORKS),),
                base_text="aanneemsom",
                note="Zie uw opdracht.",
            ),
        ),
        wording(),
    )
    assert found.obligation == ObligationTerms(
        percentage=Fraction(5),
        base=ObligationBase.BID_SUM,
        cap=eur(300_000),
        offered_up_to=Fraction(7),
        low_labour=LowLabour(Fraction(3, 10), Fraction(2)),
        thresholds=((Category.SERVICES, eur(2)), (Category.WORKS, eur(250_000))),
        pso=(PsoDiscount(PsoLevel.STEP_2, Fraction(100)),),
    )
    assert found.citation("obligation.thresholds.works") == Citation(
        "obligation.thresholds.works", "13"
    )


def test_that_a_threshold_holds_for_every_kind_while_the_kind_is_not_known() -> None:
    found = rules_from(
        answers(demand=FIVE, threshold=given(quote="vanaf € 100.000", amount=eur(100_000))),
        BLANK,
        wording(),
    )
    assert dict(found.obligation.thresholds) == dict.fromkeys(Category, eur(100_000))
    assert {one.key for one in found.citations if "thresholds" in one.key} == {
        f"obligation.thresholds.{kind.value}" for kind in Category
    }


def test_that_what_time_counts_follows_the_clause() -> None:
    limited = replace(RULES.blocks[0], limit=CountingLimit(LimitKind.MONTHS, 6))
    found = rules_from(
        answers(
            limit=given(kind="months", amount=24),
            reference=given(day="award"),
            existing=given(counts="yes", months=12),
            min_hours=given(hours=Fraction(12)),
            full_time=given(hours=Fraction(38)),
        ),
        replace(RULES, blocks=(limited, *RULES.blocks[1:])),
        wording(existing="Wie al in dienst is, telt mee."),
    )
    assert found.full_time_hours == Fraction(38)
    assert found.counting.reference is ReferenceDate.AWARD
    assert found.counting.look_back_months == 12
    assert found.counting.min_hours_per_week == Fraction(12)
    assert found.limit(found.blocks[0]) == CountingLimit(LimitKind.MONTHS, 24)


def test_that_a_limit_without_a_number_has_none() -> None:
    found = rules_from(answers(limit=given(kind="unlimited")), RULES, wording())
    assert found.counting.default_limit == CountingLimit(LimitKind.UNLIMITED)


def test_that_days_and_rhythm_follow_the_clause() -> None:
    base = replace(
        RULES, deadlines=(DeadlineRule(DeadlineKind.PLAN, 30, anchor=Anchor.CONTRACT_START),)
    )
    found = rules_from(
        answers(
            contact=given(days=7, counted="working"),
            plan=given(days=14, counted="calendar"),
            rhythm=given(rhythm="half_yearly"),
        ),
        base,
        wording(),
    )
    assert found.deadlines == (
        DeadlineRule(DeadlineKind.PLAN, 14, anchor=Anchor.CONTRACT_START),
        DeadlineRule(DeadlineKind.FIRST_CONTACT, 7, working_days=True),
    )
    assert found.rhythm is Rhythm.HALF_YEARLY


def test_that_consequences_follow_the_clause() -> None:
    found = rules_from(
        answers(
            penalty=given(kind="factor", factor=Fraction(3, 2)),
            recovery=given(months=6),
            fault=given(exempt="yes"),
            buy_off=given(allowed="no"),
        ),
        replace(RULES, penalty=PenaltyTerms(pro_rata=True, buy_off=True)),
        wording(),
    )
    assert found.penalty == PenaltyTerms(
        factor=Fraction(3, 2), recovery_period=True, recovery_months=6, no_fault_exempt=True
    )


def test_that_a_penalty_in_proportion_has_no_factor_and_one_in_words_keeps_them() -> None:
    pro_rata = rules_from(answers(penalty=given(kind="pro_rata")), BLANK, wording())
    assert pro_rata.penalty == PenaltyTerms(pro_rata=True)
    words = given(kind="other", text="€ 500 per week")
    in_words = rules_from(answers(penalty=words), BLANK, wording())
    assert in_words.penalty == PenaltyTerms(text="€ 500 per week")
    bought = rules_from(answers(buy_off=given(allowed="yes")), BLANK, wording())
    assert bought.penalty == PenaltyTerms(buy_off=True)


def test_that_a_region_follows_the_clause() -> None:
    region = given(quote="in de regio", bound="yes", places="Elders, Verderop ,")
    found = rules_from(answers(region=region), RULES, wording())
    assert found.region == RegionTerms(("Elders", "Verderop"), True, None, "in de regio")
    half = replace(RULES, region=RegionTerms(on_project_share=Fraction(1, 2)))
    free = rules_from(answers(region=given(bound="no")), half, wording())
    assert free.region == RegionTerms(bound=False, on_project_share=Fraction(1, 2))


def test_that_each_value_carries_its_page_and_quote() -> None:
    old = replace(RULES, citations=(OLD, Citation("rhythm", "2")))
    found = rules_from(answers(demand=FIVE, rhythm=given(rhythm="yearly")), old, wording())
    assert found.citations == (Citation("obligation.percentage", "12", "5% van de opdrachtsom"),)


def test_that_a_discount_and_places_carry_their_page() -> None:
    read = answers(
        pso=given("14", level="2", discount=Fraction(50)),
        region=given("15", bound="yes", places="Elders"),
    )
    old = replace(RULES, citations=(Citation("obligation.pso.2.percentage", "1"),))
    assert {one.key: one.page for one in rules_from(read, old, wording()).citations} == {
        "obligation.pso.1.from_level": "14",
        "obligation.pso.1.percentage": "14",
        "region.bound": "15",
        "region.places": "15",
    }


def test_that_pages_of_rows_that_an_answer_replaces_go_with_them() -> None:
    pages = ("obligation.percentages.1.percentage", "blocks.pw.limit", "blocks.pw.value")
    old = replace(RULES, citations=tuple(Citation(key, "1") for key in pages))
    silent = rules_from(Answers(), old, wording())
    assert [one.key for one in silent.citations] == [*pages]
    read = answers(demand=given(unit="fixed", amount=eur(1)), limit=given(kind="unlimited"))
    assert [one.key for one in rules_from(read, old, wording()).citations] == [pages[2]]


TABLE = replace(
    RULES,
    blocks=(
        replace(PLACEMENT, code="ww", label="WW-uitkering"),
        replace(PLACEMENT, code="wia", label="WIA"),
        replace(PLACEMENT, code="bbl-2-4", label="Mbo bbl niveau 2, 3 en 4"),
        replace(PLACEMENT, code="nug", label="Niet-uitkeringsgerechtigd"),
        INVOICE,
    ),
)


def test_that_groups_have_a_longest_time_of_their_own() -> None:
    own = given(
        "14", kind="months", months=12, groups=("ww", "wia-wao"), other_months=36, others=("bbl",)
    )
    limit = given("13", kind="months", amount=24)
    found = rules_from(answers(limit=limit, group_limits=own), TABLE, wording())
    assert [block.limit.amount for block in found.blocks[:3]] == [12, 12, 36]
    assert [block.limit for block in found.blocks[3:]] == [LIMIT_UNSTATED] * 2
    assert found.counting.default_limit == CountingLimit(LimitKind.MONTHS, 24)
    assert {one.key: one.page for one in found.citations if one.key.startswith("blocks.")} == {
        "blocks.ww.limit": "14",
        "blocks.wia.limit": "14",
        "blocks.bbl-2-4.limit": "14",
    }


def test_that_a_group_may_count_without_a_limit() -> None:
    free = given(kind="unlimited", groups=("ww",))
    found = rules_from(answers(group_limits=free), TABLE, wording())
    assert found.block("ww").limit == CountingLimit(LimitKind.UNLIMITED)
    assert found.block("wia").limit == TABLE.block("wia").limit


def test_that_a_time_of_a_group_without_a_row_is_told_in_words() -> None:
    words = "Ex-gedetineerden: 12 maanden."
    own = given(kind="months", months=12, groups=("ww", "ex-gedetineerden"))
    found = rules_from(answers(group_limits=own), TABLE, wording(group_limits=words))
    assert [(note.text, note.place) for note in found.placed_notes] == [
        (words, NotePlace.VALUATION)
    ]
    all_there = given(kind="months", months=12, groups=("ww",), other_months=6, others=("bbl",))
    found = rules_from(answers(group_limits=all_there), TABLE, wording(group_limits=words))
    assert found.placed_notes == ()


def test_that_a_row_of_a_group_that_is_named_in_other_words_is_named() -> None:
    notes = {"groups": "Alleen deze groepen."}
    read = answers(groups=given(groups=("ww", "wia-wao", "bbl")))
    found = rules_from(read, TABLE, wording(**notes))
    (note,) = found.placed_notes
    assert note.blocks == ("nug",)


def test_that_what_no_field_holds_becomes_a_note_where_it_matters() -> None:
    notes = {
        "subcontractors": "Onderaannemers tellen mee.",
        "evidence": "Bewijs: arbeidsovereenkomst.",
        "signing": "Ondertekenen met pen.",
    }
    read = answers(
        subcontractors=given(count="yes"),
        evidence=given(what="arbeidsovereenkomst"),
        signing=given(how="met pen"),
        custom=NOT_THERE,
    )
    assert to_note(read) == (Key.SUBCONTRACTORS, Key.EVIDENCE, Key.SIGNING)
    found = rules_from(read, RULES, wording(**notes))
    assert found.placed_notes == (
        *RULES.placed_notes,
        Note(notes["subcontractors"], NotePlace.VALUATION),
        Note(notes["evidence"], NotePlace.EVIDENCE),
        Note(notes["signing"], NotePlace.REPORT),
    )


def test_that_groups_not_named_carry_a_warning_and_new_ones_get_a_row() -> None:
    read = answers(groups=given(groups=("ex-gedetineerden", "sociale-inkoop")))
    found = rules_from(read, BLANK, wording(groups="Deze groep staat er niet bij."))
    assert [block.code for block in found.blocks] == ["pw", "inkoop", "ex-gedetineerden"]
    assert found.placed_notes[-1] == Note(
        "Deze groep staat er niet bij.", NotePlace.VALUATION, ("pw",)
    )
    assert found.missing == ("Het maximum.",)


def test_that_no_warning_stands_where_every_group_is_named() -> None:
    words = wording(groups="Niet genoemd.")
    named = replace(BLANK, blocks=(replace(PLACEMENT, code="ww", value=None),))
    found = rules_from(answers(groups=given(groups=("ww",))), named, words)
    assert found.placed_notes == named.placed_notes


def test_that_a_published_table_gets_no_rows_of_its_own() -> None:
    read = answers(groups=given(groups=("ex-gedetineerden",)))
    found = rules_from(read, RULES, wording(groups="Niet genoemd."))
    assert [block.code for block in found.blocks] == [block.code for block in RULES.blocks]
