"""Two people get acquainted, from the invitation to the open envelopes."""

from __future__ import annotations

from datetime import datetime

from samenstroom.exchanges.actions import draft_answer, save_answers
from samenstroom.flows.acquaintances import close_acquaintance_envelope, invite_to_acquaintance
from tests.people import Together


def acquainted(table: Together, *, words: str, now: datetime) -> None:
    """Noor invites, both answer with these words, and the envelopes open."""
    exchange = invite_to_acquaintance(visit=table.seen_by_noor(now))
    for seat in (table.noors_seat, table.marleens_seat):
        draft = draft_answer(exchange=exchange, seat=seat)
        save_answers(answer=draft, answers={"never": words, "purpose": "calm", "purpose_why": words})
        close_acquaintance_envelope(answer=draft, exchange=exchange, now=now)
