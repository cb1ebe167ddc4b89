"""Trial projects and mail: a proposal is told once, and when it is over both are asked once how it went."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import send_answer
from samenstroom.exchanges.models import ExchangeAnswer
from samenstroom.exploring.actions.trials import Terms, propose_trial
from samenstroom.exploring.models import Trial
from samenstroom.farewell.queries.endings import closed_tables
from samenstroom.kit import clock
from samenstroom.mail.outbox import cancel_mail, mail_is_on

from .letters import letter_to, letters_of


@transaction.atomic
def suggest_trial(*, visit: Visit, terms: Terms) -> Trial:
    """Propose a trial project, or something else than what lay there, and tell the other side that it lies there.

    Raises NotAllowedError while a trial that both agreed on still has to be done.
    """
    trial = propose_trial(seat=visit.seat, terms=terms, now=visit.now)
    letter_to(visit.other_party).queue("trial_proposed", f"trial:{trial.public_id}", visit.now)
    return trial


@transaction.atomic
def close_evaluation(*, trial: Trial, answer: ExchangeAnswer, now: datetime) -> bool:
    """She sends how it went; mail that asked her for it stays home. True when both envelopes opened.

    History: only when both have sent, that both looked back. Raises AlreadySentError when it opened meanwhile.
    """
    opened = send_answer(answer=answer, kind="trial_evaluated", now=now)
    cancel_mail(unique_key=_key(trial, answer.party_id), now=now)
    return opened


def sweep_trials(*, now: datetime) -> None:
    """Ask who has not said it yet how it went, once a trial is over. Running it again sends nothing twice."""
    if not mail_is_on():
        return
    for trial in _to_look_back_on(now):
        exchange = trial.exchange
        sent = set(exchange.answers.exclude(sent_at=None).values_list("party", flat=True)) if exchange else set()
        for letter in letters_of(trial.collaboration):
            if letter.to.pk not in sent:
                letter.queue("trial_evaluation", _key(trial, letter.to.pk), now)


def _to_look_back_on(now: datetime) -> QuerySet[Trial]:
    is_on = Q(agreed_at__isnull=False) | Q(outside_at__isnull=False)
    is_over = Q(ends_on__lt=clock.day_of(now)) | Q(finished_at__isnull=False)
    rows = Trial.objects.filter(is_on, is_over, dropped_at=None, replaced_at=None, exchange__revealed_at=None)
    rows = rows.exclude(collaboration__in=closed_tables())
    return rows.select_related("collaboration", "exchange").order_by("pk")


def _key(trial: Trial, party: int) -> str:
    return f"trial-look:{trial.public_id}:{party}"
