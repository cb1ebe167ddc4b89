"""What happens with a readiness test that was sent. It is read by one person; no history is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from samenstroom.accounts.models import Person
from samenstroom.exploring.models import ReadinessAnswer
from samenstroom.kit.tokens import token_hash

KEPT_FOR = timedelta(days=365)

Said = Mapping[str, Mapping[str, str]]


def once_of(*, person: Person, answers: Said, name: str, contact: str, words: str, token: str) -> str:
    """The hash of exactly this form with exactly these words. The token is random, so it cannot be guessed back."""
    whole = [person.public_id, dict(answers), name, contact, words, token]
    return token_hash(json.dumps(whole, sort_keys=True, default=dict))


def keep_readiness(
    *,
    person: Person,
    answers: Said,
    name: str,
    contact: str,
    words: str,
    version: str,
    once: str,
    now: datetime,
) -> ReadinessAnswer:
    """What was sent is kept for `person` alone. The same form sent twice is kept once."""
    found, _made = ReadinessAnswer.objects.get_or_create(
        once=once,
        defaults={
            "person": person,
            "answers": {question: dict(said) for question, said in answers.items()},
            "name": name,
            "contact": contact,
            "words": words,
            "version": version,
            "sent_at": now,
        },
    )
    return found


def see_readiness(*, answer: ReadinessAnswer, now: datetime) -> None:
    """She opened it: Vandaag does not ask for it any more. Whoever sent it is not told."""
    ReadinessAnswer.objects.filter(pk=answer.pk, seen_at=None).update(seen_at=now)


def throw_away_readiness(*, answer: ReadinessAnswer) -> None:
    """It is gone, also when a collaboration came of it. Nobody is told."""
    answer.delete()


def forget_readiness(*, now: datetime) -> int:
    """What was sent a year ago and led to no collaboration is gone, as was promised; returns how many."""
    old = ReadinessAnswer.objects.filter(collaboration=None, sent_at__lte=now - KEPT_FOR)
    deleted, _ = old.delete()
    return deleted
