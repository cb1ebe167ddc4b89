"""What people do when it no longer flows: one file per noun."""

from .attempts import OwnAttempt, RepairAttempt
from .blind import BlindAnswer, BlindLimit, BlindRound
from .companions import Companion
from .conflicts import Conflict, ConflictDraft, ConflictPart, LadderMove, SolvedWord, SummarySentence
from .mediations import Mediation, MediationLook, MediationNote, MediationTalk, MediationTalkAnswer, MediationTick
from .pauses import Pause
from .priorities import PriorityChange
from .talks import Talk

__all__ = [
    "BlindAnswer",
    "BlindLimit",
    "BlindRound",
    "Companion",
    "Conflict",
    "ConflictDraft",
    "ConflictPart",
    "LadderMove",
    "Mediation",
    "MediationLook",
    "MediationNote",
    "MediationTalk",
    "MediationTalkAnswer",
    "MediationTick",
    "OwnAttempt",
    "Pause",
    "PriorityChange",
    "RepairAttempt",
    "SolvedWord",
    "SummarySentence",
    "Talk",
]
