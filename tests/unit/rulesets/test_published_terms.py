"""The terms of the authorities of which no table was read."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from sroi_desktop.domain import account
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import (
    CapOf,
    Category,
    CountingLimit,
    DeadlineKind,
    DeadlineRule,
    EditionBy,
    EffortKind,
    EvidenceRequirement,
    LimitKind,
    LowLabour,
    NotePlace,
    ObligationBase,
    PsoDiscount,
    PsoLevel,
    RuleSet,
)
from tests.unit.rulesets.shipped import Fact, facts, library

IDS = {
    "Amsterdam": "amsterdam",
    "Bloemendaal": "bloemendaal",
    "Capelle aan den IJssel": "capelle",
    "Friesland (province-wide)": "friesland",
    "Heerde": "heerde",
    "Hof van Twente (Twente 2017)": "hof-van-twente",
    "Lekstroom": "lekstroom",
    "Leidschendam-Voorburg area (2025 press)": "leidschendam-voorburg-2025",
    "Maastricht-Heuvelland (older)": "maastricht-older",
    "Maastricht-Heuvelland (newer)": "maastricht",
    "Nissewaard": "nissewaard",
    "Noordoost-Brabant 2017": "noordoost-brabant-2017",
    "Provincie Noord-Holland": "noord-holland",
    "Rijk": "rijk",
    "Rotterdam evidence (per 2015-10-01)": "rotterdam-evidence",
    "Schiedam": "schiedam",
    "Tilburg region 2017": "tilburg-2017",
    "Veenendaal 2013": "veenendaal-2013",
    "Zaanstreek-Waterland 2020": "zaanstreek-waterland-2020",
    "Midden-Holland (Krimpenerwaard 2023)": "midden-holland",
    "De Stichtse Rijnlanden (water board, practice)": "stichtse-rijnlanden",
}
TERMS = pytest.mark.parametrize("entry", facts("terms"), ids=lambda entry: IDS[entry["authority"]])


def _rules(entry: Fact) -> RuleSet:
    return library().get(IDS[entry["authority"]])


def test_that_every_authority_is_shipped_and_marked_as_terms_only() -> None:
    assert {rules.id for rules in library().terms} == set(IDS.values())
    assert all(library().is_terms_only(name) for name in IDS.values())
    assert not library().is_terms_only("utrecht-v3")


@TERMS
def test_that_a_set_of_terms_has_no_table_and_says_so(entry: Fact) -> None:
    rules = _rules(entry)
    assert rules.blocks == ()
    assert not rules.complete
    assert "bouwblokken" in " ".join(rules.missing)


@TERMS
def test_that_the_source_is_named_with_the_day_it_was_seen(entry: Fact) -> None:
    sources = _rules(entry).sources
    assert entry["source"] in {source.url for source in sources}
    assert {source.seen for source in sources} == {date(2026, 11, 1)}


@TERMS
def test_that_percentage_base_thresholds_and_cap_are_as_published(entry: Fact) -> None:
    said, terms = entry["facts"], _rules(entry).obligation
    percentage = said.get("percentage")
    assert terms.percentage == (percentage if isinstance(percentage, int) else None)
    assert terms.base_text == said.get("base")
    assert terms.cap == (Money.from_euros(said["cap_eur"]) if "cap_eur" in said else None)
    assert terms.offered_up_to == said.get("award_percentage_up_to")
    assert terms.min_months == said.get("min_duration_months")
    threshold = said.get("threshold_eur", {})
    if isinstance(threshold, int):
        threshold = {category.value: threshold for category in Category}
    shipped = {category.value: amount.euros for category, amount in terms.thresholds}
    assert shipped == threshold


@pytest.mark.parametrize(
    ("rule_set_id", "days", "working_days"),
    [
        ("amsterdam", 7, False),
        ("maastricht", 7, False),
        ("maastricht-older", 14, False),
        ("nissewaard", 7, False),
        ("noord-holland", 7, True),
    ],
)
def test_that_first_contact_is_due_after_the_published_days(
    rule_set_id: str, days: int, *, working_days: bool
) -> None:
    rules = library().get(rule_set_id)
    assert rules.deadlines == (DeadlineRule(DeadlineKind.FIRST_CONTACT, days, working_days),)


def test_that_an_authority_without_a_published_deadline_has_none() -> None:
    dated = {rules.id for rules in library().terms if rules.deadlines}
    assert dated == {"amsterdam", "maastricht", "maastricht-older", "nissewaard", "noord-holland"}


def test_that_supplies_need_a_part_of_labour_in_one_municipality() -> None:
    assert library().get("bloemendaal").obligation.supplies_from_labour_share == Fraction(3, 10)
    assert library().get("bloemendaal").valid_from == date(2019, 9, 1)


def test_that_little_labour_lowers_the_percentage_in_one_region() -> None:
    low = library().get("leidschendam-voorburg-2025").obligation.low_labour
    assert low == LowLabour(share_under=Fraction(3, 10), percentage=Fraction(2))


def test_that_the_state_takes_its_percentage_of_the_wage_sum() -> None:
    assert library().get("rijk").obligation.base is ObligationBase.WAGE_SUM


def test_that_a_shortfall_costs_one_and_a_half_times_in_one_region() -> None:
    penalty = library().get("noordoost-brabant-2017").penalty
    assert penalty is not None
    assert penalty.factor == Fraction(3, 2)


def test_that_retained_craftsmanship_fills_a_quarter_at_most() -> None:
    _, cap = library().get("maastricht-older").share_caps
    assert (cap.share, cap.of) == (Fraction(1, 4), CapOf.OBLIGATION)
    assert {block.code for block in library().generic.blocks} >= set(cap.blocks)


def test_that_learners_are_half_of_the_employment_created_at_most() -> None:
    cap, _ = library().get("maastricht-older").share_caps
    assert (cap.share, cap.of) == (Fraction(1, 2), CapOf.EMPLOYMENT)
    assert set(cap.blocks) == {"bbl", "bol"}


def test_that_a_pso_certificate_from_step_two_on_exempts_in_one_region() -> None:
    discounts = library().get("tilburg-2017").obligation.pso
    assert discounts == (PsoDiscount(PsoLevel.STEP_2, Fraction(100)),)


def test_that_half_has_to_be_done_on_the_project_of_one_water_board() -> None:
    region = library().get("stichtse-rijnlanden").region
    assert region is not None
    assert region.on_project_share == Fraction(1, 2)


def test_that_borders_do_not_matter_in_one_region() -> None:
    region = library().get("midden-holland").region
    assert region is not None
    assert region.bound is False


def test_that_one_municipality_lets_the_obligation_be_bought_off() -> None:
    penalty = library().get("veenendaal-2013").penalty
    assert penalty is not None
    assert penalty.buy_off
    assert account.penalty(Money.from_euros(10_000), penalty) is None


def test_that_the_day_of_the_award_decides_on_the_edition_in_friesland() -> None:
    assert library().get("friesland").edition_by is EditionBy.AWARD


def test_that_two_percentages_are_no_percentage_but_a_note() -> None:
    rules = library().get("tilburg-2017")
    assert rules.obligation.percentage is None
    assert "5% en 7%" in (rules.obligation.note or "")
    assert rules.counting.default_limit == CountingLimit(LimitKind.MONTHS, 24)


@pytest.mark.parametrize(
    ("rule_set_id", "word"),
    [
        ("maastricht", "Wat is de kracht van uw bedrijf?"),
        ("zaanstreek-waterland-2020", "uitvoeringsprotocol"),
        ("heerde", "Oost-Nederland"),
    ],
)
def test_that_a_rule_the_format_cannot_hold_is_a_note(rule_set_id: str, word: str) -> None:
    assert word in " ".join(library().get(rule_set_id).notes)


@pytest.mark.parametrize(
    ("rule_set_id", "place", "word"),
    [
        ("capelle", NotePlace.DEADLINES, "kwartaal"),
        ("harlingen", NotePlace.DEADLINES, "globaal plan"),
        ("maastricht", NotePlace.REPORT, "adviesgesprek"),
        ("nissewaard", NotePlace.REPORT, "registratiesysteem"),
        ("rijk", NotePlace.VALUATION, "onderwerp van de opdracht"),
        ("tilburg-2017", NotePlace.VALUATION, "arbeidsongeschiktheidsuitkering"),
        ("tilburg-2017", NotePlace.OBLIGATION, "1.000.000"),
    ],
)
def test_that_a_rule_in_words_stands_where_it_matters(
    rule_set_id: str, place: NotePlace, word: str
) -> None:
    (note,) = library().get(rule_set_id).notes_on(place)
    assert word in note


@pytest.mark.parametrize(
    ("block", "pieces"),
    [
        ("ww", {"arbeidsovereenkomst", "uwv-beschikking", "uitkeringsspecificatie"}),
        ("wajong", {"arbeidsovereenkomst", "uwv-beschikking", "uitkeringsspecificatie"}),
        ("participatiewet", {"bijstand-beschikking", "uitkeringsspecificatie"}),
        ("banenafspraak", {"garantiebaan-bewijs", "uitkeringsspecificatie"}),
    ],
)
def test_that_rotterdam_asks_its_own_proof_per_group(block: str, pieces: set[str]) -> None:
    rules = library().to_fill_in(library().get("rotterdam-evidence"))
    asked = {piece.code for piece in rules.requirements(rules.block(block))}
    assert asked == pieces | {"arbeidsovereenkomst"}


def test_that_only_what_the_source_names_is_not_assumed() -> None:
    rules = library().get("rotterdam-evidence")
    named = {piece.code for piece in rules.evidence if not piece.assumed}
    assert named == {
        "stageovereenkomst",
        "uwv-beschikking",
        "bijstand-beschikking",
        "garantiebaan-bewijs",
        "uitkeringsspecificatie",
        "kostenbewijs",
    }


def test_that_every_code_named_in_terms_is_one_of_the_generic_set() -> None:
    generic = {block.code for block in library().generic.blocks}
    for rules in library().terms:
        named = {code for cap in rules.share_caps for code in cap.blocks}
        named |= {code for piece in rules.evidence for code in piece.blocks}
        assert named <= generic, rules.id


def test_that_the_usual_evidence_asks_for_no_pay_slips() -> None:
    usual = library().get("utrecht-v3").evidence
    assert not any("loonstro" in piece.label.casefold() for piece in usual)
    assert {kind for piece in usual for kind in piece.kinds} == set(EffortKind)
    assert usual[0] == EvidenceRequirement(
        "arbeidsovereenkomst",
        "Arbeidsovereenkomst",
        (EffortKind.PLACEMENT,),
        covers_period=True,
        assumed=True,
    )
