"""The table between two people as one record: what lies on it now, for whoever sits down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.adjusting.queries.attempts import AttemptView, current_attempt
from samenstroom.adjusting.queries.pauses import PauseView, proposed_pause, running_pause
from samenstroom.checkins.queries import RepairView, RhythmView, RoundView, repairs_of
from samenstroom.collaborations.absent import one_look
from samenstroom.collaborations.queries import LineView, StageView, route_of, shared_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.queries.acquaintance import acquaintances_of
from samenstroom.exploring.queries.trials import TrialView, current_trial
from samenstroom.farewell.queries.handover import HandoverView, handover_of
from samenstroom.farewell.queries.partings import Parting, parting_of
from samenstroom.kit import clock

from .gather import Known, known_of
from .queries import is_shared, noticed_from, resting_marks
from .shelves import Ask, ShelfRow, asks_of, rows_of
from .wording import FindingPage, word_finding


@dataclass(frozen=True)
class Board:
    """What both see of one collaboration, in the words of the side that looks."""

    route: list[StageView]
    open_round: RoundView | None
    last_revealed: RoundView | None
    known: Known
    rhythm: RhythmView
    repairs: list[RepairView]
    acquaintance: ExchangeView | None
    trial: TrialView | None
    parting: Parting
    lines: list[LineView]
    findings: list[FindingPage]
    today: date
    attempt: AttemptView | None
    handover: HandoverView
    shelf_rows: Sequence[ShelfRow] = ()
    asks: Sequence[Ask] = ()

    @property
    def pauses(self) -> Sequence[PauseView]:
        """All pauses, newest first."""
        return self.known.pauses

    @property
    def pause(self) -> PauseView | None:
        """The pause that holds today."""
        return running_pause(self.pauses)

    @property
    def proposed_pause(self) -> PauseView | None:
        """A pause that waits for a yes of the side that looks."""
        found = proposed_pause(self.pauses)
        return found if found and found.waits_for_yes else None

    @property
    def rounds(self) -> Sequence[RoundView]:
        """All rounds, newest first, with steps only."""
        return self.known.rounds

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
    with one_look(visit.person):
        return _board(visit, only_shared)


def _board(visit: Visit, only_shared: bool) -> Board:
    known = known_of(visit.person, [visit])[visit.collaboration.pk]
    return Board(
        route=route_of(visit),
        open_round=next((one for one in known.rounds if one.is_open), None),
        last_revealed=next((one for one in known.rounds if one.is_revealed), None),
        known=known,
        rhythm=known.rhythm,
        repairs=repairs_of(visit),
        acquaintance=next(iter(acquaintances_of(visit)), None),
        trial=current_trial(visit),
        parting=parting_of(visit),
        lines=shared_lines(visit, most=5),
        findings=_findings(visit, known, only_shared),
        today=clock.day_of(visit.now),
        attempt=current_attempt(visit),
        handover=handover_of(visit),
        shelf_rows=[row for row in rows_of(visit, known.lies) if not (only_shared and row.is_private)],
        asks=() if only_shared else asks_of(visit, known.lies),
    )


def _findings(visit: Visit, known: Known, only_shared: bool) -> list[FindingPage]:
    if only_shared:
        found = [one for one in noticed_from(visit, known.shared()) if is_shared(one)]
    else:
        found = noticed_from(visit, known)
        resting = resting_marks(visit.person, [one.mark for one in found], clock.day_of(visit.now))
        found = [one for one in found if one.mark not in resting]
    return [word_finding(one.finding, visit, one.mark) for one in found]
