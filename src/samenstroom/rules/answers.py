"""What one person answered in one check-in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean

from samenstroom.rules.dimensions import ITEMS, STEPS

ANSWERS_FOR_A_MEAN = 3
"""A mean over fewer of the eight answers says too little about the whole."""

Values = Mapping[str, int | None]
"""Item to step; None, or leaving the item out, is "I cannot say"."""


@dataclass(frozen=True)
class CheckIn:
    """One check-in of one person: its day, whether she has sent it, and her steps per item.

    Raises ValueError for an unknown item or a step outside 1 to 5.
    """

    on: date
    sent: bool
    values: Values = field(hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", checked(self.values))


def checked(values: Values) -> dict[str, int | None]:
    """Return a copy of the answers, in the order of the items. Raises ValueError for what cannot be an
    answer.
    """
    unknown = set(values) - set(ITEMS)
    if unknown:
        raise ValueError(f"unknown items: {sorted(unknown)}")
    for item, step in values.items():
        if step is not None and (type(step) is not int or step not in STEPS):
            raise ValueError(f"{item}: an answer is a step from 1 to 5 or nothing, not {step!r}")
    return {item: values[item] for item in ITEMS if item in values}


def answered(values: Values) -> dict[str, int]:
    """Return only the items that have a step."""
    return {item: step for item, step in values.items() if step is not None}


def mean_of(values: Mapping[str, float | None]) -> float | None:
    """Return the mean of the answered items, 1 to 5; None with fewer than three answers."""
    steps = [step for step in values.values() if step is not None]
    return fmean(steps) if len(steps) >= ANSWERS_FOR_A_MEAN else None


def mean(checkin: CheckIn) -> float | None:
    """Return the mean of a check-in; see `mean_of`."""
    return mean_of(checkin.values)
