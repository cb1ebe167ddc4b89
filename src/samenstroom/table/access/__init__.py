"""The only way in which pages of the table fetch something: by public id, for this visit, or 404.

"Not there" and "not for you" are the same answer, so trying addresses teaches nothing.

One file per feature; everything is imported from here.
"""

from __future__ import annotations

from .adjusting import (
    attempt_if_there,
    attempt_or_404,
    change_or_404,
    companion_if_there,
    mediation_if_there,
    mediation_or_404,
    pause_if_there,
    ranking_or_404,
)
from .agenda import calendar_feed_of, coming_up_for
from .agreements import (
    made_version_or_404,
    proposal_if_there,
    review_if_there,
    shared_remark_if_there,
    version_if_there,
    version_or_404,
)
from .checkins import (
    own_answer,
    repair_if_there,
    repair_or_404,
    rhythm_or_404,
    round_or_404,
)
from .conflicts import (
    conflict_if_there,
    conflict_or_404,
    sentences_there,
)
from .contributions import (
    agreed_contribution_if_there,
    balance_or_404,
    contribution_or_404,
    invoice_or_404,
)
from .exploring import (
    trial_if_there,
    trial_or_404,
)
from .farewell import (
    access_if_there,
    day_if_there,
    handover_item_if_there,
    handover_item_or_404,
    item_if_there,
    question_if_there,
    session_if_there,
    session_or_404,
    statement_if_there,
    successor_or_404,
    term_if_there,
)
from .feedback import (
    decision_made_or_404,
    feedback_or_404,
)
from .files import (
    file_if_there,
    file_or_404,
)
from .learning import (
    together_or_404,
)
from .mail import (
    mail_trouble_or_404,
    mail_troubles,
)
from .own_privacy import erase_day_of, own_visit_or_404, own_visits, person_looking
from .planning import (
    exit_plan_if_there,
    goal_if_there,
    kickoff_talk_if_there,
    kickoff_talk_or_404,
    point_if_there,
    start_entry_or_404,
    task_or_404,
    working_if_there,
)
from .record import (
    acquaintance_or_404,
    kickoff_exchange_or_404,
    line_if_there,
    line_view_or_404,
    own_exchanged,
)
from .search import found_by

__all__ = [
    "access_if_there",
    "acquaintance_or_404",
    "agreed_contribution_if_there",
    "attempt_if_there",
    "attempt_or_404",
    "balance_or_404",
    "calendar_feed_of",
    "change_or_404",
    "coming_up_for",
    "companion_if_there",
    "conflict_if_there",
    "conflict_or_404",
    "contribution_or_404",
    "day_if_there",
    "decision_made_or_404",
    "erase_day_of",
    "exit_plan_if_there",
    "feedback_or_404",
    "file_if_there",
    "file_or_404",
    "found_by",
    "goal_if_there",
    "handover_item_if_there",
    "handover_item_or_404",
    "invoice_or_404",
    "item_if_there",
    "kickoff_exchange_or_404",
    "kickoff_talk_if_there",
    "kickoff_talk_or_404",
    "line_if_there",
    "line_view_or_404",
    "made_version_or_404",
    "mail_trouble_or_404",
    "mail_troubles",
    "mediation_if_there",
    "mediation_or_404",
    "own_answer",
    "own_exchanged",
    "own_visit_or_404",
    "own_visits",
    "pause_if_there",
    "person_looking",
    "point_if_there",
    "proposal_if_there",
    "question_if_there",
    "ranking_or_404",
    "repair_if_there",
    "repair_or_404",
    "review_if_there",
    "rhythm_or_404",
    "round_or_404",
    "sentences_there",
    "session_if_there",
    "session_or_404",
    "shared_remark_if_there",
    "start_entry_or_404",
    "statement_if_there",
    "successor_or_404",
    "task_or_404",
    "term_if_there",
    "together_or_404",
    "trial_if_there",
    "trial_or_404",
    "version_if_there",
    "version_or_404",
    "working_if_there",
]
