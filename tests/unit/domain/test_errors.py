"""Refusals travel through with blocks and keep what they carry."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sroi_desktop.domain import errors
from sroi_desktop.domain.errors import CitizenNumberError, DomainError, MissingInputError

REFUSALS = [
    cls
    for _, cls in inspect.getmembers(errors, inspect.isclass)
    if issubclass(cls, DomainError) and cls is not DomainError
]


@contextmanager
def transaction() -> Iterator[None]:
    yield


def test_that_a_refusal_leaves_a_with_block_as_itself() -> None:
    with pytest.raises(MissingInputError) as refused, transaction():
        raise MissingInputError("hours", "hulp")
    assert (refused.value.field, refused.value.block) == ("hours", "hulp")


@pytest.mark.parametrize("refusal", REFUSALS)
def test_that_every_refusal_says_what_it_is_about(refusal: type[DomainError]) -> None:
    assert dataclasses.fields(refusal)  # type: ignore[arg-type]
    assert refusal.__doc__


def test_that_a_refused_citizen_number_is_carried_nowhere() -> None:
    assert [field.name for field in dataclasses.fields(CitizenNumberError)] == ["field"]
