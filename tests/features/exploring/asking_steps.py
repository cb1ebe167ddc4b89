"""Asking and trying while exploring, through the real actions, with a mark in all that is written."""

from __future__ import annotations

from datetime import date

from samenstroom.exploring.actions.references import ask_reference, claim_reference
from samenstroom.exploring.actions.trials import Terms, agree_trial
from samenstroom.exploring.models import ReferenceRequest
from samenstroom.flows.references import hand_in_reference, mail_reference
from samenstroom.flows.trials import suggest_trial, sweep_trials
from tests.people import Together, day


def asks_a_referee(table: Together, mark: str) -> None:
    """Noor asks somebody by mail, who answers."""
    reference = ask_reference(
        person=table.noor,
        collaboration=table.collaboration,
        referee="Wim Bakker",
        relation=mark,
        words=mark,
        now=day(1),
    )
    mail_reference(reference=reference, visit=table.seen_by_noor(now=day(1)), email="wim@voorbeeld.nl")
    key = claim_reference(reference=ReferenceRequest.objects.get(pk=reference.pk), key="", now=day(2))
    said = {"again": {"choice": "if_otherwise", "words": mark}}
    hand_in_reference(reference=reference, key=key, said=said, now=day(3))


def tries_it_small(table: Together, mark: str) -> None:
    """Noor proposes a trial, Marleen agrees, and its last day passes."""
    terms = Terms(
        scope=mark, starts_on=date(2026, 1, 6), ends_on=date(2026, 1, 16), pay="price", price="450", hours="", rate="",
        questions=[mark],
    )  # fmt: skip
    trial = suggest_trial(visit=table.seen_by_noor(now=day(0)), terms=terms)
    agree_trial(trial=trial, seat=table.marleens_seat, now=day(1))
    sweep_trials(now=day(20))
