"""Her own estimates: predictions at a feeling and chances at a decision, as far as it is known what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.exploring.models import Feeling, LookBack
from samenstroom.exploring.queries.feelings import feelings_of
from samenstroom.kit import clock
from samenstroom.rules.decisions import REFUSALS, Choice, Outcome
from samenstroom.rules.learning.calibration import Calibration, Forecast

from .counted import only_examples
from .outlines import KeptEstimate, drawn_of


@dataclass(frozen=True)
class Estimate:
    """One estimate of which it is known what came. `feeling` or `decision` leads to it; `table` is empty when that
    exploration was let go, or when it was about no collaboration. Of an outline the `year` in which it began is all
    that is left, with the words and the day of the estimate gone."""

    percent: int
    came_true: bool
    on: date
    words: str
    name: str
    table: str = ""
    feeling: str = ""
    decision: str = ""
    is_decision: bool = False
    year: int = 0

    @property
    def forecast(self) -> Forecast:
        return Forecast(self.percent / 100, self.came_true)


@dataclass(frozen=True)
class Estimates:
    """All of hers, newest first, and how many are still open."""

    known: tuple[Estimate, ...]
    waiting: int

    @property
    def calibration(self) -> Calibration:
        return Calibration(tuple(one.forecast for one in self.known))


def estimates_of(person: Person) -> Estimates:
    """Her estimates, in four queries; those of examples while she has only examples, and then no others."""
    is_demo = only_examples(person)
    rows = [one for one in feelings_of(person) if one.prediction and _is_demo(one.collaboration) is is_demo]
    known = [_of_feeling(one) for one in rows if one.resolved_at is not None]
    known += _decided(person, is_demo=is_demo)
    known += [_of_outline(drawn.quarter.year, one) for drawn in drawn_of(person) for one in drawn.kept().estimates]
    waiting = sum(one.resolved_at is None for one in rows)
    return Estimates(tuple(sorted(known, key=lambda one: (one.on, one.words), reverse=True)), waiting)


def _of_feeling(one: Feeling) -> Estimate:
    assert one.resolved_at is not None
    table = one.collaboration
    return Estimate(
        percent=int(one.percent),
        came_true=bool(one.outcome),
        on=clock.day_of(one.resolved_at),
        words=one.prediction,
        name=table.name if table else "",
        table=table.public_id if table else "",
        feeling=one.public_id,
    )


def _of_outline(year: int, one: KeptEstimate) -> Estimate:
    return Estimate(
        percent=one.percent,
        came_true=one.came_true,
        on=one.on,
        words="",
        name="",
        is_decision=one.is_decision,
        year=year,
    )


def _decided(person: Person, *, is_demo: bool) -> list[Estimate]:
    """Looking back on a decision to begin: it came true when both are glad of it."""
    rows = private_rows(LookBack.objects.all(), seen_by=person).select_related("collaboration", "decision")
    return [
        Estimate(
            percent=int(one.percent),
            came_true=one.outcome == Outcome.BOTH,
            on=clock.day_of(one.looked_back_at),
            words="",
            name=one.collaboration.name if one.collaboration else "",
            table=one.collaboration.public_id if one.collaboration else "",
            decision=one.decision.public_id if one.decision else "",
            is_decision=True,
        )
        for one in rows
        if _is_estimate(one) and _is_demo(one.collaboration) is is_demo
    ]


def _is_estimate(one: LookBack) -> bool:
    is_known = one.percent is not None and one.outcome != Outcome.UNKNOWN
    return is_known and Choice(one.choice) not in REFUSALS


def _is_demo(table: object) -> bool:
    return bool(getattr(table, "is_demo", False))
