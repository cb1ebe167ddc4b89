"""Trial projects of a table, as one visit sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView, exchanges_by_table
from samenstroom.exploring.models import Trial
from samenstroom.kit import clock
from samenstroom.rules.trials import TrialState, state_of


@dataclass(frozen=True)
class TrialView:
    """One trial project as this visit sees it; `evaluation` is there once somebody began to look back."""

    trial: Trial
    state: TrialState
    i_proposed: bool
    evaluation: ExchangeView | None

    @property
    def is_proposed(self) -> bool:
        return self.state is TrialState.PROPOSED

    @property
    def is_done(self) -> bool:
        """Agreed, and over: there is something to look back on."""
        return self.state in (TrialState.OVER, TrialState.EVALUATED)

    @property
    def is_unconfirmed(self) -> bool:
        """Noted as agreed outside the app, not confirmed here by the other side."""
        return self.trial.outside_at is not None and self.trial.agreed_at is None

    @property
    def waits_for_yes(self) -> bool:
        """The other side proposed it, or noted it as agreed; this side has not said yes here."""
        return not self.i_proposed and (self.is_proposed or (self.is_unconfirmed and not self.is_done))

    @property
    def i_looked_back(self) -> bool:
        return self.evaluation is not None and self.evaluation.i_sent

    @property
    def they_looked_back(self) -> bool:
        return self.evaluation is not None and self.evaluation.they_sent

    @property
    def waits_for_look_back(self) -> bool:
        """Over, and this side has not sent how it went."""
        return self.state is TrialState.OVER and not self.i_looked_back

    @property
    def is_running_on(self) -> bool:
        """Agreed and not over yet."""
        return self.state in (TrialState.AHEAD, TrialState.RUNNING)


def trials_of(visit: Visit) -> list[TrialView]:
    """Trial projects on this table, newest first; what was replaced or taken off is left out."""
    return trials_by_table(visit.person, [visit])[visit.collaboration.pk]


def current_trial(visit: Visit) -> TrialView | None:
    """The newest one."""
    return next(iter(trials_of(visit)), None)


def trial_of(visit: Visit, public_id: str) -> TrialView | None:
    """One trial project that lies on this table."""
    return next((view for view in trials_of(visit) if view.trial.public_id == public_id), None)


def trials_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[TrialView]]:
    """Collaboration id -> its trial projects, newest first; in a fixed number of queries."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Trial.objects.filter(collaboration__in=tables), seen_by=person)
    rows = rows.filter(replaced_at=None, dropped_at=None).select_related("proposed_by", "outside_by", "exchange")
    trials = list(rows.order_by("-proposed_at", "-pk"))
    begun = any(trial.exchange_id for trial in trials)
    evaluations = _evaluations(person, visits) if begun else {}
    found: dict[int, list[TrialView]] = {key: [] for key in tables}
    for trial in trials:
        visit = tables[trial.collaboration_id]
        found[trial.collaboration_id].append(_view(visit, trial, evaluations.get(trial.exchange_id or 0)))
    return found


def _evaluations(person: Person, visits: Sequence[Visit]) -> dict[int, ExchangeView]:
    found = exchanges_by_table(person, visits, Trial.PURPOSE)
    return {view.exchange.pk: view for views in found.values() for view in views}


def _view(visit: Visit, trial: Trial, evaluation: ExchangeView | None) -> TrialView:
    proposer = trial.proposed_by
    today: date = clock.day_of(visit.now)
    return TrialView(
        trial=trial,
        state=state_of(trial.course, today),
        i_proposed=bool(proposer and proposer.party_id == visit.party.pk),
        evaluation=evaluation,
    )
