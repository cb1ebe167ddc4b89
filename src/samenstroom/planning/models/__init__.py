"""Records of planning: how a collaboration starts; one file per noun."""

from .exit_plans import ExitPlan, OwnExitPlan
from .kickoff import AgendaPoint, KickoffTalk, OwnKickoff, SharedGoal
from .pages import ProposedPage
from .start_lists import StartEntry
from .tasks import Task, TaskWord
from .working import WorkingAgreement

__all__ = [
    "AgendaPoint",
    "ExitPlan",
    "KickoffTalk",
    "OwnExitPlan",
    "OwnKickoff",
    "ProposedPage",
    "SharedGoal",
    "StartEntry",
    "Task",
    "TaskWord",
    "WorkingAgreement",
]
