"""The only way in which pages of the table fetch something: by public id, for this visit, or 404.

"Not there" and "not for you" are the same answer, so trying addresses teaches nothing.
"""

from __future__ import annotations

from datetime import date

from django.http import Http404

from samenstroom.adjusting.queries.attempts import AttemptView, attempt_by_id
from samenstroom.adjusting.queries.pauses import PauseView, pause_by_id
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.versions import version_by_number
from samenstroom.checkins.models import Answer, Rhythm
from samenstroom.checkins.queries import RepairView, RoundView, answers_readable_by, repair_of, rhythm_by_id, round_on
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.queries import LineView, line_by_id, line_view
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import AgreedContribution, Contribution
from samenstroom.contributions.queries.balance import balance_by_id
from samenstroom.contributions.queries.hours import agreed_by_id
from samenstroom.contributions.queries.hours import entry_by_id as contribution_by_id
from samenstroom.exchanges.models import ExchangeAnswer
from samenstroom.exchanges.queries import ExchangeView, own_exchange_answer
from samenstroom.exploring.queries.acquaintance import acquaintance_by_id
from samenstroom.exploring.queries.trials import TrialView, trial_of
from samenstroom.farewell.models import KeepTerm, LastDay, Successor, SuccessorQuestion
from samenstroom.farewell.queries.accesses import AccessView, access_of
from samenstroom.farewell.queries.handover import ItemView as HandoverItemView
from samenstroom.farewell.queries.handover import item_by_id
from samenstroom.farewell.queries.partings import day_by_id, term_by_id
from samenstroom.farewell.queries.settlement import ItemView, StatementView, item_of, statement_of
from samenstroom.farewell.queries.successors import question_by_id, successor_by_id
from samenstroom.farewell.queries.work_in import SessionView, session_by_id
from samenstroom.feedback.queries.decisions import DecisionView, decision_by_id
from samenstroom.feedback.queries.feedback import FeedbackView, feedback_by_id
from samenstroom.files.models import KeptFile
from samenstroom.files.queries.kept import file_by_id
from samenstroom.planning.models import AgendaPoint, StartEntry
from samenstroom.planning.queries.kickoff import (
    GoalView,
    TalkView,
    agenda_point_by_id,
    goal_by_id,
    kickoff_exchange_by_id,
    talk_by_id,
)
from samenstroom.planning.queries.start_lists import entry_by_id
from samenstroom.planning.queries.tasks import TaskView, task_by_id
from samenstroom.planning.queries.working import WorkingView, working_by_id
from samenstroom.contributions.queries.invoices import InvoiceView, invoice_by_id
from samenstroom.planning.models import StartEntry


def round_or_404(visit: Visit, day: date) -> RoundView:
    """The round that opened on this day."""
    found = round_on(visit, day)
    if found is None:
        raise Http404
    return found


def own_answer(visit: Visit, view: RoundView) -> Answer | None:
    """Her own answer in this round, to act on."""
    return answers_readable_by(visit.person).filter(round=view.round, person=visit.person).first()


def repair_or_404(visit: Visit, public_id: str) -> RepairView:
    """A repair on this table."""
    found = repair_of(visit, public_id)
    if found is None:
        raise Http404
    return found


def repair_if_there(visit: Visit, public_id: str) -> RepairView | None:
    """A repair that still lies on this table; None also when it was never there."""
    return repair_of(visit, public_id)


def attempt_or_404(visit: Visit, public_id: str) -> AttemptView:
    """A repair attempt that lies on this table."""
    found = attempt_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def attempt_if_there(visit: Visit, public_id: str) -> AttemptView | None:
    """A repair attempt that still lies on this table; None also when it was never there."""
    return attempt_by_id(visit, public_id)


def pause_if_there(visit: Visit, public_id: str) -> PauseView | None:
    """A pause of this table; None also when it was never there."""
    return pause_by_id(visit, public_id)


def balance_or_404(visit: Visit, public_id: str) -> ExchangeView:
    """One look at the balance of this table."""
    found = balance_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def contribution_or_404(visit: Visit, public_id: str) -> Contribution:
    """What one side brought in, of this table."""
    found = contribution_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def version_or_404(visit: Visit, number: int) -> AgreementVersion:
    """A version of the agreement of this table."""
    found = version_by_number(visit, number)
    if found is None:
        raise Http404
    return found


def agreed_contribution_if_there(visit: Visit, public_id: str) -> AgreedContribution | None:
    """What one side brings in, as it lies or counts at this table; None also when it was never there."""
    return agreed_by_id(visit, public_id)


def version_if_there(visit: Visit, number: int) -> AgreementVersion | None:
    """A version of the agreement of this table; None also when it was never there."""
    return version_by_number(visit, number)


def rhythm_or_404(visit: Visit, public_id: str) -> Rhythm:
    """A rhythm of this table."""
    found = rhythm_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def line_if_there(visit: Visit, public_id: str) -> HistoryLine | None:
    """A history line this person may see; None also when it was never there."""
    return line_by_id(visit, public_id)


def line_view_or_404(visit: Visit, public_id: str) -> LineView:
    """A history line as this person reads it."""
    found = line_view(visit, public_id)
    if found is None:
        raise Http404
    return found


def acquaintance_or_404(visit: Visit, public_id: str) -> ExchangeView:
    """An acquaintance of this table."""
    found = acquaintance_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def trial_or_404(visit: Visit, public_id: str) -> TrialView:
    """A trial project on this table."""
    found = trial_of(visit, public_id)
    if found is None:
        raise Http404
    return found


def own_exchanged(visit: Visit, view: ExchangeView) -> ExchangeAnswer | None:
    """Her own answer in this exchange, to act on."""
    return own_exchange_answer(visit, view.exchange)


def trial_if_there(visit: Visit, public_id: str) -> TrialView | None:
    """A trial project that still lies on this table; None also when it was never there."""
    return trial_of(visit, public_id)


def day_if_there(visit: Visit, public_id: str) -> LastDay | None:
    """A proposal for another last day of this table; None also when it was never there."""
    return day_by_id(visit, public_id)


def term_if_there(visit: Visit, public_id: str) -> KeepTerm | None:
    """A proposal of this table for how long both keep it; None also when it was never there."""
    return term_by_id(visit, public_id)


def item_if_there(visit: Visit, public_id: str) -> ItemView | None:
    """Something to settle that still lies on this table; None also when it was never there."""
    return item_of(visit, public_id)


def access_if_there(visit: Visit, public_id: str) -> AccessView | None:
    """An access on the list of this table; None also when it was never there."""
    return access_of(visit, public_id)


def statement_if_there(visit: Visit, public_id: str) -> StatementView | None:
    """The closing statement of this table, while it is the one that lies there."""
    found = statement_of(visit)
    return found if found and found.statement.public_id == public_id else None


def handover_item_or_404(visit: Visit, public_id: str) -> HandoverItemView:
    """A thing to hand over that lies on this table."""
    found = item_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def handover_item_if_there(visit: Visit, public_id: str) -> HandoverItemView | None:
    """A thing to hand over; None also when it was never there."""
    return item_by_id(visit, public_id)


def successor_or_404(visit: Visit, public_id: str) -> Successor:
    """Somebody who was proposed to take over here."""
    found = successor_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def question_if_there(successor: Successor, public_id: str) -> SuccessorQuestion | None:
    """A question of this successor; None also when it was never there."""
    return question_by_id(successor, public_id)


def session_if_there(visit: Visit, public_id: str) -> SessionView | None:
    """A moment to work in; None also when it was never there."""
    return session_by_id(visit, public_id)


def session_or_404(visit: Visit, public_id: str) -> SessionView:
    """A moment to work in at this table."""
    found = session_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def file_or_404(visit: Visit, public_id: str) -> KeptFile:
    """A file of this table that she may see."""
    found = file_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def file_if_there(visit: Visit, public_id: str) -> KeptFile | None:
    """The same; None also when it was never there."""
    return file_by_id(visit, public_id)


def feedback_or_404(visit: Visit, public_id: str) -> FeedbackView:
    """A feedback that lies on this table."""
    found = feedback_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def decision_made_or_404(visit: Visit, public_id: str) -> DecisionView:
    """A decision on record here."""
    found = decision_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def start_entry_or_404(visit: Visit, kind: str, public_id: str) -> StartEntry:
    """An entry of one of the lists of a start."""
    found = entry_by_id(visit, kind, public_id)
    if found is None:
        raise Http404
    return found


def task_or_404(visit: Visit, public_id: str) -> TaskView:
    """A task on the action plan."""
    found = task_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def kickoff_exchange_or_404(visit: Visit, public_id: str) -> ExchangeView:
    """One time that both sides answer the questions of a kick-off."""
    found = kickoff_exchange_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def goal_if_there(visit: Visit, public_id: str) -> GoalView | None:
    """A shared sentence that still lies on this table; None also when it was never there."""
    return goal_by_id(visit, public_id)


def point_if_there(visit: Visit, public_id: str) -> AgendaPoint | None:
    """A point that is still on the agenda of this table; None also when it was never there."""
    return agenda_point_by_id(visit, public_id)


def kickoff_talk_if_there(visit: Visit, public_id: str) -> TalkView | None:
    """A moment to talk; None also when it was never there."""
    return talk_by_id(visit, public_id)


def kickoff_talk_or_404(visit: Visit, public_id: str) -> TalkView:
    """A moment to talk at this table."""
    found = talk_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def working_if_there(visit: Visit, public_id: str) -> WorkingView | None:
    """Working agreements that still lie on this table; None also when they were never there."""
    return working_by_id(visit, public_id)


def invoice_or_404(visit: Visit, public_id: str) -> InvoiceView:
    """An invoice that lies on this table."""
    found = invoice_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found
