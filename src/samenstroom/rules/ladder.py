"""The ladder of a disagreement: talk, a mediator, then what the law gives; with the days that were agreed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

TALK_DAYS = 14
"""The clause says: who asks for a talk has one within two weeks."""

OFFERED_WEEKS = 6
"""How long a mediator gets in the ladder that is only offered; the same as the clause begins with."""


class Step(StrEnum):
    """The steps, from the lightest."""

    TALK = "talk"
    MEDIATOR = "mediator"
    LAW = "law"


@dataclass(frozen=True)
class Rung:
    """One step and the days it gets; None when no days were agreed."""

    step: Step
    days: int | None

    def due_on(self, began_on: date) -> date | None:
        """Return the last day of this step when it began on that day."""
        return began_on + timedelta(days=self.days) if self.days is not None else None


@dataclass(frozen=True)
class Ladder:
    """The steps in order. `is_agreed`: an agreement says so; otherwise it is offered and nobody is bound to it.

    `urgent_goes_first`: an urgent measure or an undisputed bill need not wait for the steps.
    """

    rungs: tuple[Rung, ...]
    is_agreed: bool
    urgent_goes_first: bool = False
    cost_split: str = ""

    def rung(self, step: Step) -> Rung | None:
        """Return the rung of a step; None when this ladder has none."""
        return next((one for one in self.rungs if one.step is step), None)

    def after(self, step: Step | None) -> tuple[Rung, ...]:
        """Return the rungs above a step; all of them when no step was taken."""
        if step is None:
            return self.rungs
        order = list(Step)
        return tuple(one for one in self.rungs if order.index(one.step) > order.index(step))


def ladder_from(terms: Mapping[str, object] | None) -> Ladder:
    """Return the ladder that the dispute clause in force sets; without such a clause the one that is offered."""
    first = (terms or {}).get("mediation_first")
    if not isinstance(first, bool):
        rungs = (Rung(Step.TALK, TALK_DAYS), Rung(Step.MEDIATOR, 7 * OFFERED_WEEKS), Rung(Step.LAW, None))
        return Ladder(rungs, is_agreed=False)
    assert terms is not None
    talk, law = Rung(Step.TALK, TALK_DAYS), Rung(Step.LAW, None)
    if not first:
        return Ladder((talk, law), is_agreed=True)
    weeks = terms.get("mediation_max_weeks")
    days = 7 * int(str(weeks)) if str(weeks).isdigit() and str(weeks) != "0" else None
    return Ladder(
        (talk, Rung(Step.MEDIATOR, days), law),
        is_agreed=True,
        urgent_goes_first=terms.get("mediation_urgent_exception") is True,
        cost_split=str(terms.get("mediation_cost_split") or ""),
    )
