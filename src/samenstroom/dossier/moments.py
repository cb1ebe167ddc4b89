"""Nothing in a document happened after now: what is said to have happened, was written, sent or felt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from samenstroom.kit import clock

from .checking import is_moment, schema
from .problem import DossierError, Steps
from .times import moment

SECTIONS = (
    "collaboration", "people", "kept_files", "entries", "rhythms", "rounds", "repairs", "agreement_versions",
    "exchanges", "trials", "attempts", "pauses", "readbacks", "extra_work", "advices", "agreed_contributions",
    "contributions", "endings", "settlement_items", "accesses_back", "closing_statements", "keep_terms", "thanks",
    "testimonials", "references_given", "handover_plan", "handover_items", "successors", "successor_questions",
    "work_in_sessions", "feedback_given", "decisions_made", "appreciated", "start_entries", "signed_elsewhere",
    "invoices_kept", "shared_goals", "agenda_points", "kickoff_talks", "working_versions", "plan_tasks",
    "shared_remarks", "mediation", "mediation_talks", "priority_changes", "disagreements", "blind_rounds",
    "companions", "reviews_held", "exit_versions",
    "own",
)  # fmt: skip
DAYS = frozenset(
    {
        "on",
        "said_on",
        "looked_on",
        "decided_on",
        "issued_on",
        "paid_on",
        "sent_on",
        "opened_on",
        "answered_on",
        "asked_on",
        "held_on",
        "signed_on",
        "told_on",
        "agreed_shared_on",
        "looked_back_on",
    }
)  # fmt: skip
OPEN = frozenset(
    {
        "data", "finding", "values", "answers", "stretch", "noted", "snapshot", "parts", "texts", "before", "style",
        "reflection", "plan", "talk", "at", "said", "content", "text", "beside", "facts", "returns", "about",
        "what", "change",
    }
)  # fmt: skip
"""Parts with free content, which says nothing about when this was; of `answers` those that are no list."""
PLANNED = frozenset({("pauses", "on")})
PLANNED |= {(section, "begins_at") for section in ("work_in_sessions", "kickoff_talks", "mediation_talks")}
"""Days and moments that may lie ahead."""

SLACK = timedelta(minutes=10)
"""Two clocks need not agree to the second."""


def check_moments(document: Mapping[str, Any], now: datetime) -> None:
    """Raise DossierError for the first thing that is yet to come."""
    today = clock.day_of(now + SLACK).isoformat()
    for name in SECTIONS:
        for place, text in _moments(document.get(name), (name,)):
            is_day = len(text) == len(today)
            if text > today if is_day else moment(text) > now + SLACK:
                raise DossierError("future", place)


def _moments(value: Any, place: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, list):
        for at, part in enumerate(value):
            yield from _moments(part, (*place, at))
    elif isinstance(value, Mapping):
        for name, part in value.items():
            if isinstance(part, str) and _says_when(name, place) and _is_told(part):
                yield (*place, name), part
            elif isinstance(part, list) or (isinstance(part, Mapping) and name not in OPEN):
                yield from _moments(part, (*place, name))


def _says_when(name: str, place: Steps) -> bool:
    return (name.endswith("_at") or name in DAYS) and (place[0], name) not in PLANNED


def _is_told(text: str) -> bool:
    """In a section that this version does not know anything may stand under such a name."""
    return re.fullmatch(schema()["$defs"]["moment"]["pattern"], text, re.ASCII) is not None and is_moment(text)
