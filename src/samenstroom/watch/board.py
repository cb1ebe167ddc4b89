"""The table between two people as one record: what lies on it now, for whoever sits down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenstroom.checkins.queries import (
    OwnView,
    RepairView,
    RhythmView,
    RoundView,
    own_of,
    repairs_of,
    rhythm_of,
    rounds_of,
)
from samenstroom.collaborations.queries import LineView, StageView, route_of, shared_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock

from .queries import Noticed, is_shared, noticed_from, set_aside_marks
from .wording import FindingPage, word_finding


@dataclass(frozen=True)
class Board:
    """What both see of one collaboration, in the words of the side that looks."""

    route: list[StageView]
    open_round: RoundView | None
    last_revealed: RoundView | None
    rounds: list[RoundView]
    rhythm: RhythmView
    repairs: list[RepairView]
    lines: list[LineView]
    findings: list[FindingPage]
    today: date

    @property
    def due_repairs(self) -> list[RepairView]:
        """Agreements to look back on."""
        return [one for one in self.repairs if one.is_due(self.today)]

    @property
    def proposed_repairs(self) -> list[RepairView]:
        """Agreements the other proposed and that wait for a yes."""
        return [one for one in self.repairs if not one.is_agreed and not one.i_proposed]


def board_of(visit: Visit, *, only_shared: bool = False) -> Board:
    """Gather the table for one visit. `only_shared` leaves out what rests on anything of her own."""
    rounds, rhythm = rounds_of(visit), rhythm_of(visit)
    own = own_of(visit) if visit.person.has_account and not only_shared else None
    return Board(
        route=route_of(visit),
        open_round=next((one for one in rounds if one.is_open), None),
        last_revealed=next((one for one in rounds if one.is_revealed), None),
        rounds=rounds,
        rhythm=rhythm,
        repairs=repairs_of(visit),
        lines=shared_lines(visit)[:5],
        findings=_findings(visit, rounds, rhythm, own, only_shared),
        today=clock.day_of(visit.now),
    )


def _findings(
    visit: Visit, rounds: list[RoundView], rhythm: RhythmView, own: OwnView | None, only_shared: bool
) -> list[FindingPage]:
    found: list[Noticed] = noticed_from(visit, rounds, rhythm, own)
    if only_shared:
        found = [one for one in found if is_shared(one)]
    else:
        aside = set_aside_marks(visit.person, [one.mark for one in found])
        found = [one for one in found if one.mark not in aside]
    return [word_finding(one.finding, visit, one.mark) for one in found]
