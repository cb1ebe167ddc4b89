"""What two people do at the start, in tests: through the real actions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from samenstroom.collaborations.models import Collaboration, HistoryLine, Seat
from samenstroom.exchanges.actions import draft_answer, save_answers
from samenstroom.exchanges.models import Exchange
from samenstroom.flows.kickoff import (
    call_off_moment,
    close_kickoff_envelope,
    invite_to_kickoff,
    suggest_moment,
    suggest_working,
)
from samenstroom.planning.actions.kickoff import propose_goal
from samenstroom.planning.actions.talks import Moment, agree_talk
from samenstroom.planning.models import KickoffTalk, SharedGoal
from tests.people import Together, day

LEADS = {"goal": "leads", "goal_why": "Ik wil boekingen zien.", "talks": "weekly", "seen": "Vier aanvragen."}
AWARENESS = {"goal": "awareness", "goal_why": "Eerst moeten ze ons kennen.", "talks": "weekly"}


def begun(table: Together, *, now: datetime | None = None) -> Exchange:
    """Noor lays the questions before both."""
    return invite_to_kickoff(visit=table.seen_by_noor(now or day(1)))


def sends(exchange: Exchange, seat: Seat, answers: dict[str, Any], *, now: datetime | None = None) -> bool:
    """She answers and closes her envelope. True when both opened."""
    draft = draft_answer(exchange=exchange, seat=seat)
    save_answers(answer=draft, answers=answers)
    return close_kickoff_envelope(answer=draft, exchange=exchange, now=now or day(2))


def opened(table: Together, mine: dict[str, Any] = LEADS, theirs: dict[str, Any] = AWARENESS) -> Exchange:
    """Both answered: Noor wants requests, Marleen wants to become known."""
    exchange = begun(table)
    sends(exchange, table.noors_seat, mine)
    sends(exchange, table.marleens_seat, theirs)
    return Exchange.objects.get(pk=exchange.pk)


def goal(table: Together, text: str = "Over zes maanden zijn er vier aanvragen.", **more: Any) -> SharedGoal:
    """Noor proposes one sentence."""
    given = {"about": "leads", "other_takes_part": True, "now": day(3)} | more
    return propose_goal(seat=table.noors_seat, text=text, **given)


def moment(n: int = 10, place: str = "https://bellen.example/kamer") -> Moment:
    """An hour on day n."""
    return Moment(day(n), 60, place)


def kinds(collaboration: Collaboration) -> list[str]:
    """Which lines about the start were written, oldest first."""
    lines = HistoryLine.objects.filter(collaboration=collaboration).order_by("pk")
    return [one.kind for one in lines if one.kind.startswith(("kickoff", "goal", "working"))]


def starts_together(table: Together, mark: str) -> None:
    """Noor begins a kick-off, a moment and working agreements by the flows that mail, with a mark in all she writes."""
    seen = table.seen_by_noor(now=day(15))
    sends(invite_to_kickoff(visit=seen), table.noors_seat, {"seen": mark, "goal_why": mark}, now=day(15))
    talk = suggest_moment(visit=seen, moment=moment(40, mark))
    agree_talk(talk=talk, seat=table.marleens_seat, now=seen.now)
    call_off_moment(visit=seen, talk=KickoffTalk.objects.get(pk=talk.pk))
    suggest_working(visit=seen, content={"urgent": mark, "response_days": 2})
