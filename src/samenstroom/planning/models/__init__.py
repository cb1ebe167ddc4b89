"""Planning: how a collaboration starts."""

from .kickoff import AgendaPoint, KickoffTalk, OwnKickoff, SharedGoal
from .working import WorkingAgreement

__all__ = ["AgendaPoint", "KickoffTalk", "OwnKickoff", "SharedGoal", "WorkingAgreement"]
