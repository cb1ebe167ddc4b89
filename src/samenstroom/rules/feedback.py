"""Feedback that helps: friendly questions about what somebody is writing. Never a block, never a mark.

Own rule, after the essays: an argument helps where taste alone does not, and what was known in a field changes. A
source of more than five years old is asked about, since tools and markets are mostly different by then.
"""

from enum import StrEnum

OLD_YEARS = 5
"""A source older than this many years is asked about."""

LONG_DAYS = 42
"""After six weeks without a thank-you it is offered, for a week; and again after another six."""

OFFERED_DAYS = 7


class Ground(StrEnum):
    """What feedback rests on."""

    ARGUMENT = "argument"
    TASTE = "taste"


class Question(StrEnum):
    """What is asked back before it is sent."""

    TASTE = "taste_alone"
    OLD = "old_source"
    NO_WHY = "no_why"
    NO_PROPOSAL = "no_proposal"


def questions_for(
    *, ground: str, why: str, source_year: int | None, proposal: str, this_year: int
) -> tuple[Question, ...]:
    """Return what is kindly asked about this feedback, the most helpful first; nothing when it is whole."""
    asked = []
    if ground == Ground.TASTE and not why.strip():
        asked.append(Question.TASTE)
    elif not why.strip():
        asked.append(Question.NO_WHY)
    if source_year is not None and this_year - source_year > OLD_YEARS:
        asked.append(Question.OLD)
    if not proposal.strip():
        asked.append(Question.NO_PROPOSAL)
    return tuple(asked)


def has_reasons(*, ground: str, why: str) -> bool:
    """Tell whether it says why: an argument, or taste with a reason."""
    return bool(why.strip()) and ground in (Ground.ARGUMENT, Ground.TASTE)


def offers_thanks(days_since: int) -> bool:
    """Tell whether it has been long enough to offer saying thanks: a week out of every six."""
    return days_since >= LONG_DAYS and days_since % LONG_DAYS < OFFERED_DAYS
