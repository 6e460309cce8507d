"""Dataclasses of a started program behave as Python makes them, method by method."""

from __future__ import annotations

import copy
import dataclasses
import sys
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from sroi_desktop.app.later_methods import make_methods_later

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 13), reason="from 3.13 on dataclasses are left as they are"
)


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the dataclasses of the other tests as Python makes them."""
    monkeypatch.setattr(dataclasses, "_create_fn", vars(dataclasses)["_create_fn"])
    make_methods_later()


def _made() -> type:
    @dataclass(frozen=True, slots=True, order=True)
    class Share:
        """A share."""

        part: int
        notes: tuple[str, ...] = ()
        labels: list[str] = field(default_factory=list, compare=False)

        def __post_init__(self) -> None:
            if self.part < 0:
                raise ValueError("a share is not negative")

    return Share


def test_that_a_method_takes_its_place_when_it_is_first_called() -> None:
    share = _made()
    before = vars(share)["__init__"]
    assert share(1).part == 1
    after = vars(share)["__init__"]
    assert before is not after
    assert share(2).part == 2
    assert vars(share)["__init__"] is after
    assert after.__qualname__.endswith("Share.__init__")


def test_that_the_same_is_made_of_defaults_and_names() -> None:
    share = _made()
    one = share(3, labels=["a"])
    assert (one.part, one.notes, one.labels) == (3, (), ["a"])
    assert share(1).labels is not share(1).labels
    assert replace(one, part=4) == share(4)
    assert [each.name for each in fields(share)] == ["part", "notes", "labels"]
    assert copy.deepcopy(one) == one
    assert repr(one).endswith("Share(part=3, notes=(), labels=['a'])")
    assert repr(share(5)).endswith("Share(part=5, notes=(), labels=[])")


def test_that_equal_things_are_equal_and_have_their_order() -> None:
    share = _made()
    assert share(1) == share(1) != share(2)
    assert share(1) < share(2) <= share(2)
    assert len({share(1), share(1), share(2)}) == 2


def test_that_what_is_frozen_stays_so() -> None:
    one = _made()(1)
    with pytest.raises(FrozenInstanceError):
        one.part = 2
    with pytest.raises(FrozenInstanceError):
        del one.part


def test_that_a_wrong_call_is_told() -> None:
    share = _made()
    with pytest.raises(ValueError, match="negative"):
        share(-1)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'part'"):
        share()


def test_that_a_class_inherits_the_methods_of_another() -> None:
    @dataclass
    class Base:
        name: str

    class Child(Base):
        """Adds no field."""

    assert Child("a").name == "a"
    assert Child("a") == Child("a")
    assert "__init__" not in vars(Child)
    assert Base("b").name == "b"


def test_that_twice_is_once() -> None:
    before = vars(dataclasses)["_create_fn"]
    make_methods_later()
    assert vars(dataclasses)["_create_fn"] is before


def test_that_a_python_without_that_maker_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(dataclasses, "_create_fn")
    make_methods_later()
    assert "_create_fn" not in vars(dataclasses)
