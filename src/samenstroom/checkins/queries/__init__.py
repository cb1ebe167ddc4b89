"""Questions about check-ins; each takes who is looking."""

from .own import OwnView, carrying_on_by_table, carrying_on_of, own_by_table, own_of
from .repairs import RepairView, repair_of, repairs_by_table, repairs_of
from .rhythms import RhythmView, rhythm_by_id, rhythm_of, rhythms_by_table
from .rounds import (
    ReadAnswer,
    RoundView,
    answers_readable_by,
    opened_before,
    own_answers_by_table,
    round_on,
    round_views,
    rounds_by_table,
    rounds_of,
)

__all__ = [
    "OwnView",
    "ReadAnswer",
    "RepairView",
    "RhythmView",
    "RoundView",
    "answers_readable_by",
    "carrying_on_by_table",
    "carrying_on_of",
    "opened_before",
    "own_answers_by_table",
    "own_by_table",
    "own_of",
    "repair_of",
    "repairs_by_table",
    "repairs_of",
    "rhythm_by_id",
    "rhythm_of",
    "rhythms_by_table",
    "round_on",
    "round_views",
    "rounds_by_table",
    "rounds_of",
]
