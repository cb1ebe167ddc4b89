"""The readiness test as a mirror: what is there, what may rub, what is still unknown, what to talk about first.

Nothing is added up to a number that anybody sees. Counts only choose which of four closing texts fits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MOST_FIRST = 3


class Leaning(StrEnum):
    """Where one answer leans: towards trust, both ways, away from it, or not known yet."""

    OPEN = "open"
    MIXED = "mixed"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Pattern(StrEnum):
    """What somebody recognises most in her own answers."""

    OPEN = "open"
    MIXED = "mixed"
    CLOSED = "closed"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Mirror:
    """Questions by what was answered, in the order of the test. `first`: what to talk about first, three at most."""

    there: tuple[str, ...]
    rubs: tuple[str, ...]
    unknown: tuple[str, ...]
    first: tuple[str, ...]
    pattern: Pattern


def mirror(answers: Mapping[str, Leaning]) -> Mirror:
    """Turn answers (question to leaning, in the order of the test) into a mirror.

    First comes what leans away, then what is unknown, then what leans both ways: a thing nobody knows is easier to
    begin with than a thing that half works.
    """
    there, mixed, closed, unknown = (
        tuple(question for question, leaning in answers.items() if leaning is wanted)
        for wanted in (Leaning.OPEN, Leaning.MIXED, Leaning.CLOSED, Leaning.UNKNOWN)
    )
    rubs = tuple(question for question in answers if question in mixed or question in closed)
    first = (*closed, *unknown, *mixed)[:MOST_FIRST]
    return Mirror(there, rubs, unknown, first, _pattern(len(there), len(mixed), len(closed), len(unknown)))


def _pattern(there: int, mixed: int, closed: int, unknown: int) -> Pattern:
    known = there + mixed + closed
    if unknown >= known:
        return Pattern.UNSURE
    if 2 * closed > known:
        return Pattern.CLOSED
    return Pattern.OPEN if closed == 0 and 2 * there > known else Pattern.MIXED
