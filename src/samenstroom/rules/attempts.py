"""A repair attempt: what each says when it is over, and how long people give it."""

from datetime import date, timedelta
from enum import StrEnum

WEEKS = 4
"""How long an attempt takes when nobody chooses otherwise."""

MOST_TRIES = 3
"""Small things, few of them: more than three is a plan, and a plan is put off."""


class Said(StrEnum):
    """What somebody says when the attempt is over. All three are fine."""

    FLOWS = "flows"
    GO_ON = "go_on"
    PART = "part"


def standard_day(today: date) -> date:
    """Return the day to look back on when nobody chooses another."""
    return today + timedelta(weeks=WEEKS)


def pair_code(mine: Said, theirs: Said) -> str:
    """Return the name of what both said, from the side that looks: nine of them."""
    return f"{mine.value}-{theirs.value}"


def says_it_helped(said: tuple[Said, ...]) -> bool:
    """Tell whether it is a fact for both that it flows again: only when each of them said so."""
    return len(said) > 1 and all(one is Said.FLOWS for one in said)


def says_it_did_not_help(said: tuple[Said, ...]) -> bool:
    """Tell whether it is a fact for both that it did not help yet: when nobody said that it flows again."""
    return len(said) > 1 and all(one is not Said.FLOWS for one in said)
