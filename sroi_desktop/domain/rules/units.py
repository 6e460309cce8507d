"""What a company can do, and what a published value is per."""

from __future__ import annotations

from enum import Enum


class EffortKind(Enum):
    """What a company does to fulfil social return."""

    PLACEMENT = "placement"
    APPRENTICESHIP = "apprenticeship"
    TRAINEESHIP = "traineeship"
    PURCHASE = "purchase"
    ACTIVITY = "activity"
    COST = "cost"
    BESPOKE = "bespoke"


class Category(Enum):
    """The three kinds of public contracts."""

    WORKS = "works"
    SERVICES = "services"
    SUPPLIES = "supplies"


class Basis(Enum):
    """What a rate is multiplied with."""

    YEAR = "year"
    MONTH = "month"
    SCHOOL_YEAR = "school_year"
    HOUR = "hour"
    DAY = "day"
    PIECE = "piece"
    AMOUNT = "amount"
    AGREED = "agreed"

    @property
    def grows_with_time(self) -> bool:
        """Tell whether a value grows with time: hours and counting time matter then alone."""
        return self in {Basis.YEAR, Basis.MONTH, Basis.SCHOOL_YEAR}


class Unit(Enum):
    """What a published value is per, as the source puts it."""

    PER_YEAR_FULL_TIME = "per_year_full_time"
    PER_YEAR = "per_year"
    PER_YEAR_OR_WEEKS = "per_year_or_pro_rata_weeks"
    PER_MONTH = "per_month"
    PER_SCHOOL_YEAR = "per_school_year"
    PER_HOUR = "per_hour_per_employee"
    PER_HOUR_OR_COST = "per_hour_per_employee_or_cost"
    PER_HOUR_OR_INVOICE = "per_hour_per_employee_or_invoice"
    PER_DAY_AT_MOST = "per_day_at_most"
    PER_PIECE = "per_piece"
    INVOICES = "invoices_paid_excl_vat"
    INVOICES_SOCIAL_WORKPLACE = "invoices_paid_to_sw_company"
    INVOICE_OR_WAGE_COST = "invoice_or_wage_cost_excl_vat"
    LABOUR_COST = "labour_cost"
    COST = "cost"
    AGREED = "agreed_with_adviser"

    @property
    def bases(self) -> tuple[Basis, ...]:
        """What the value may be multiplied with; the first that the effort gives is used."""
        return _BASES[self]

    @property
    def has_value(self) -> bool:
        """Tell whether a row has a value of its own: what was paid or agreed has not."""
        return self.bases[0] not in {Basis.AMOUNT, Basis.AGREED}


_BASES: dict[Unit, tuple[Basis, ...]] = {
    Unit.PER_YEAR_FULL_TIME: (Basis.YEAR,),
    Unit.PER_YEAR: (Basis.YEAR,),
    Unit.PER_YEAR_OR_WEEKS: (Basis.YEAR,),
    Unit.PER_MONTH: (Basis.MONTH,),
    Unit.PER_SCHOOL_YEAR: (Basis.SCHOOL_YEAR,),
    Unit.PER_HOUR: (Basis.HOUR,),
    Unit.PER_HOUR_OR_COST: (Basis.HOUR, Basis.AMOUNT),
    Unit.PER_HOUR_OR_INVOICE: (Basis.HOUR, Basis.AMOUNT),
    Unit.PER_DAY_AT_MOST: (Basis.DAY,),
    Unit.PER_PIECE: (Basis.PIECE,),
    Unit.INVOICES: (Basis.AMOUNT,),
    Unit.INVOICES_SOCIAL_WORKPLACE: (Basis.AMOUNT,),
    Unit.INVOICE_OR_WAGE_COST: (Basis.AMOUNT,),
    Unit.LABOUR_COST: (Basis.AMOUNT,),
    Unit.COST: (Basis.AMOUNT,),
    Unit.AGREED: (Basis.AGREED,),
}
