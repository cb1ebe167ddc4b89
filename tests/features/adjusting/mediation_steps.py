"""Noor proposes a mediator, Marleen agrees, both tick, and the mediator comes in."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from samenstroom.adjusting.actions import mediations as actions
from samenstroom.adjusting.actions.mediations import MediatorTerms
from samenstroom.adjusting.given import Item, items_of
from samenstroom.adjusting.models import Mediation
from samenstroom.collaborations.actions import write_line
from samenstroom.flows.mediations import mail_mediator, say_to_both, suggest_mediator, suggest_talk
from samenstroom.kit import clock
from samenstroom.rules.visibility import Circle
from tests.people import Together, day

NOW = day(3)
TERMS = MediatorTerms(name="Bea Kramer", ends_on=date(2026, 2, 10), words="Zij kent ons vak.")


def noted(table: Together, note: str, *, by: str = "noor", circle: Circle = Circle.SHARED, now: datetime = NOW) -> None:
    """A line in the logbook."""
    seat = table.noors_seat if by == "noor" else table.marleens_seat
    write_line(seat=seat, kind="note", circle=circle, note=note, happened_on=clock.day_of(now), now=now)


def agreed(table: Together, *, terms: MediatorTerms = TERMS, now: datetime = NOW) -> Mediation:
    """Both want her."""
    made = actions.propose_mediation(seat=table.noors_seat, terms=terms, other_takes_part=True, now=now)
    actions.agree_mediation(mediation=made, seat=table.marleens_seat, now=now)
    made.refresh_from_db()
    return made


def ticked(table: Together, mediation: Mediation, items: list[Item], *, by: str, now: datetime = NOW) -> None:
    """One side ticks these and nothing else."""
    seat = table.noors_seat if by == "noor" else table.marleens_seat
    among = [one.key for one in items_of(table.seen_by_noor(now))]
    picked = {one.key: one.mark for one in items}
    actions.tick_given(mediation=mediation, seat=seat, picked=picked, among=among, now=now)


def let_in(table: Together, mediation: Mediation, *, now: datetime = NOW) -> str:
    """The mediator comes in by a new link; the key her browser keeps."""
    actions.mint_mediator_link(mediation=mediation, seat=table.noors_seat, other_takes_part=True, now=now)
    return actions.claim_mediation(mediation=mediation, key="", now=now)


def asks_somebody_in(table: Together, mark: str) -> None:
    """Everything that sends a mail about a mediator, with a mark in all that is written."""
    now = day(14)
    terms = MediatorTerms(name="Bea Kramer", ends_on=clock.day_of(now + timedelta(days=30)), words=mark)
    made = suggest_mediator(visit=table.seen_by_noor(now), terms=terms)
    actions.agree_mediation(mediation=made, seat=table.marleens_seat, now=now)
    for moment in (now, now + timedelta(minutes=5)):
        made.refresh_from_db()
        mail_mediator(mediation=made, visit=table.seen_by_noor(moment), email="bea@voorbeeld.nl")
    key = let_in(table, made, now=now)
    say_to_both(mediation=made, key=key, text=mark, now=now)
    begins_at = now + timedelta(days=20)
    suggest_talk(mediation=made, key=key, begins_at=begins_at, minutes=60, place=mark, now=now)
