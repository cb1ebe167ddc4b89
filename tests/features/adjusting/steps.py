"""What two people do with an attempt and a pause, in tests: through the real actions."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from samenstroom.adjusting.actions.attempts import Terms, agree_attempt, keep_look, propose_attempt, send_look
from samenstroom.adjusting.actions.pauses import PauseTerms, agree_pause, propose_pause
from samenstroom.adjusting.actions.priorities import Told
from samenstroom.adjusting.models import Pause, RepairAttempt
from samenstroom.collaborations.models import Collaboration, HistoryLine, Seat
from samenstroom.flows.adjusting import suggest_attempt, suggest_pause
from samenstroom.flows.priorities import answer, tell
from tests.people import Together, day

STUCK = "Ik merk dat ik je laat antwoord vrees."
TRIES = [("We bellen elke maandag.", None), ("Ik zeg het dezelfde dag.", 1)]


def on(n: int) -> date:
    """Day n as a date."""
    return day(n).date()


def terms(*, until: int = 28, stuck: str = STUCK) -> Terms:
    return Terms(stuck, TRIES, on(until))


def proposed(table: Together, *, now: datetime | None = None) -> RepairAttempt:
    """Noor proposes."""
    return propose_attempt(seat=table.noors_seat, terms=terms(), now=now or day(0))


def running(table: Together) -> RepairAttempt:
    """Noor proposed and Marleen said yes."""
    attempt = proposed(table)
    agree_attempt(attempt=attempt, seat=table.marleens_seat, now=day(1))
    return RepairAttempt.objects.get(pk=attempt.pk)


def says(attempt: RepairAttempt, seat: Seat, said: str, *, why: str = "", helped: str = "", n: int = 28) -> bool:
    """She says how it is and closes her envelope."""
    draft = keep_look(attempt=attempt, seat=seat, answers={"said": said, "why": why, "helped": helped}, now=day(n))
    return send_look(attempt=attempt, answer=draft, now=day(n))


def pause_terms(start: int, end: int | None, *, still: tuple[str, ...] = ("checkins", "work")) -> PauseTerms:
    look = None if end else on(start) + timedelta(days=30)
    return PauseTerms(on(start), on(end) if end else None, look, still)


def paused(table: Together, start: int, end: int | None, *, still: tuple[str, ...] = ("checkins", "work")) -> Pause:
    """Noor proposed a pause and Marleen said yes, both on the day before."""
    made = propose_pause(
        seat=table.noors_seat, terms=pause_terms(start, end, still=still), other_takes_part=True, now=day(start - 1)
    )
    agree_pause(pause=made, seat=table.marleens_seat, now=day(start - 1))
    return Pause.objects.get(pk=made.pk)


def changes_course(table: Together, mark: str) -> None:
    """By the flows that send mail: Marleen tells a change, Noor says yes; the words hold a mark."""
    marleen = table.seen_by_marleen(day(9))
    made = tell(visit=marleen, told=Told(mark, roles=mark), party=marleen.party)
    answer(visit=table.seen_by_noor(day(10)), change=made, said="yes", words=mark)


def kinds(collaboration: Collaboration) -> list[str]:
    """Which lines were written, oldest first, without those of sitting down."""
    lines = HistoryLine.objects.filter(collaboration=collaboration).order_by("pk")
    return [one.kind for one in lines if one.kind.startswith(("attempt", "pause", "repair_helped"))]


def asks_to_mend_and_to_rest(table: Together, mark: str) -> None:
    """Noor proposes an attempt and a pause by the flows that send mail, with a mark in all she writes."""
    seen = table.seen_by_noor(now=day(8))
    suggest_attempt(visit=seen, terms=Terms(mark, [(mark, None)], on(36)))
    suggest_pause(visit=seen, terms=PauseTerms(on(9), on(12), None, ("work",), mark))
