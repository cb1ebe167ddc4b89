"""Disagreements and blind proposals: section -> how their rows stand there."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.adjusting.models import (
    BlindAnswer,
    BlindLimit,
    BlindRound,
    Conflict,
    ConflictDraft,
    ConflictPart,
    LadderMove,
    SolvedWord,
    SummarySentence,
)
from samenstroom.adjusting.queries.blind import limits_readable_by
from samenstroom.adjusting.queries.conflicts import conflicts_of, version_draft
from samenstroom.adjusting.wording.conflicts import conflict_page, written_rows
from samenstroom.adjusting.wording.ladders import blind_page, moves_told
from samenstroom.collaborations.visits import Visit

from .kept import Kept, Seal


def _disagreements_read(visit: Visit) -> object:
    return [(conflict_page(visit, one), moves_told(visit, one.moves)) for one in conflicts_of(visit)]


def _blind_read(visit: Visit) -> object:
    return [blind_page(visit, one.blind) for one in conflicts_of(visit) if one.blind is not None]


def _drafts_read(visit: Visit) -> object:
    return [written_rows(version_draft(visit, one.conflict)) for one in conflicts_of(visit)]


DISAGREEMENTS: Mapping[str, Kept] = {
    "disagreements": Kept(
        Conflict,
        ("subject", "dimension", "opened_at", "noted_at", "solved_at", "aside_at"),
        ("opened_at", "pk"),
        letter="m",
        names={"pair": "exchange"},
        seats=("opened_by", "aside_by"),
        rows={"pair": "exchanges"},
        inside={
            "parts": Kept(
                ConflictPart, ("part", "words", "given_at"), ("given_at", "pk"), names={"seat": "by"}, seats=("seat",),
                parent="conflict",
            ),
            "sentences": Kept(
                SummarySentence,
                ("words", "does", "by_on", "proposed_at", "accepted_at", "noted_at", "gone_at"),
                ("proposed_at", "pk"),
                seats=("proposed_by", "accepted_by"),
                parties=("who",),
                parent="conflict",
            ),
            "solved_words": Kept(
                SolvedWord, ("said_at",), ("said_at", "pk"), names={"seat": "by"}, seats=("seat",), parent="conflict",
            ),
            "moves": Kept(
                LadderMove,
                ("step", "began_on", "due_on", "is_agreed", "moved_at", "noted_at"),
                ("began_on", "pk"),
                seats=("moved_by",),
                parent="conflict",
            ),
        },
        must_read=_disagreements_read,
    ),
    "blind_rounds": Kept(
        BlindRound,
        ("started_at", "compared_at", "middle", "stopped_at"),
        ("started_at", "pk"),
        names={"conflict": "disagreement"},
        seats=("started_by",),
        parties=("receiver",),
        rows={"conflict": "disagreements"},
        inside={
            "limits": Kept(
                BlindLimit,
                ("sent_at", "amount"),
                ("pk",),
                parent="round",
                seal=Seal(limits_readable_by, lambda _limit: False, lambda round_: not round_.is_open),
            ),
            "answers": Kept(
                BlindAnswer, ("says_yes", "said_at"), ("said_at", "pk"), names={"seat": "by"}, seats=("seat",),
                parent="round",
            ),
        },
        must_read=_blind_read,
    ),
}  # fmt: skip
"""The limit of the other is in no file, also after it was compared: `is_open` never says yes."""

OWN_DISAGREEMENTS: Mapping[str, Kept] = {
    "disagreement_drafts": Kept(
        ConflictDraft,
        ("parts", "written_at"),
        ("written_at", "pk"),
        names={"conflict": "disagreement"},
        rows={"conflict": "disagreements"},
        must_read=_drafts_read,
    ),
}
