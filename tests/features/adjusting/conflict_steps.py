"""What two people do with a disagreement, in tests: through the real actions."""

from __future__ import annotations

from decimal import Decimal

from samenstroom.adjusting.actions import conflicts as actions
from samenstroom.adjusting.actions.blind import send_limit, start_blind
from samenstroom.adjusting.actions.summaries import SentenceTerms, propose_sentences
from samenstroom.adjusting.models import BlindRound, Conflict, SummarySentence
from samenstroom.adjusting.queries.conflicts import ConflictView, conflict_by_id
from samenstroom.collaborations.models import Collaboration, HistoryLine, Seat
from samenstroom.flows.conflicts import put_conflict, take_step, tell_now
from samenstroom.rules.ladder import Step, ladder_from
from tests.people import Together, day

SUBJECT = "We zien verschillend wat er bij de nieuwsbrief hoort."
VERSION = {
    "happened": "In maart vroeg je om een derde versie.",
    "effect": "Ik werd er moe van.",
    "need": "Vooraf weten hoeveel versies er zijn.",
    "offer": "Eén versie extra zonder kosten.",
}
PREFIXES = ("conflict", "sentence", "ladder", "blind")


def opened(table: Together, *, n: int = 0, dimension: str = "communication", subject: str = SUBJECT) -> Conflict:
    """Noor puts it on the table."""
    return actions.open_conflict(
        seat=table.noors_seat, subject=subject, dimension=dimension, other_takes_part=True, now=day(n)
    )


def seen(table: Together, conflict: Conflict, *, by_noor: bool = True, n: int = 1) -> ConflictView:
    """How one of the two sees it on day n."""
    visit = table.seen_by_noor(day(n)) if by_noor else table.seen_by_marleen(day(n))
    found = conflict_by_id(visit, conflict.public_id)
    assert found is not None
    return found


def says(conflict: Conflict, seat: Seat, *lines: str, n: int = 2, does: bool = False) -> list[SummarySentence]:
    """She proposes these sentences."""
    terms = [SentenceTerms(line, does=does) for line in lines]
    return propose_sentences(conflict=conflict, seat=seat, sentences=terms, other_takes_part=True, now=day(n))


def limits(table: Together, conflict: Conflict, noor: str | None, marleen: str | None, *, n: int = 3) -> BlindRound:
    """Noor would receive; each names a limit when one is given."""
    if not BlindRound.objects.filter(conflict=conflict).exists():
        start_blind(
            conflict=conflict, seat=table.noors_seat, receiver=table.noors_seat.party, other_takes_part=True,
            now=day(n),
        )  # fmt: skip
    for seat, amount in ((table.noors_seat, noor), (table.marleens_seat, marleen)):
        if amount is not None:
            send_limit(conflict=conflict, seat=seat, amount=Decimal(amount), now=day(n))
    return BlindRound.objects.filter(conflict=conflict).order_by("pk").last()  # type: ignore[return-value]


def solve(table: Together, conflict: Conflict, *, n: int = 5) -> None:
    """Both say it is solved."""
    for seat in (table.noors_seat, table.marleens_seat):
        actions.say_solved(conflict=conflict, seat=seat, other_takes_part=True, now=day(n))


def lines_of(collaboration: Collaboration) -> list[str]:
    """Which lines a disagreement wrote, oldest first."""
    found = HistoryLine.objects.filter(collaboration=collaboration).order_by("pk")
    return [one.kind for one in found if one.kind.startswith(PREFIXES)]


def disagrees_and_goes_on(table: Together, words: str) -> None:
    """Noor puts a disagreement in these words on the table, tells her side and takes a step: three sorts of mail."""
    visit = table.seen_by_noor(day(14))
    conflict = put_conflict(visit=visit, subject=words, dimension="trust")
    tell_now(visit=visit, conflict=conflict, parts={"happened": words})
    take_step(visit=visit, conflict=conflict, ladder=ladder_from(None), step=Step.TALK, on=day(14).date())
