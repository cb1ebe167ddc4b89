"""What a person does with a scan of her own. Nobody is told, nothing shared is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.flags import content_version, is_about_stretching
from samenstroom.exploring.models import Scan
from samenstroom.rules.flags import merge_notes


class FinishedError(Exception):
    """What is finished does not change: a new scan is for a new look."""


def start_scan(*, visit: Visit) -> Scan:
    """A scan she can fill in. Starting twice gives the same one."""
    scan, _is_new = Scan.objects.get_or_create(
        person=visit.person,
        collaboration=visit.collaboration,
        finished_at=None,
        defaults={"started_at": visit.now, "content_version": content_version()},
    )
    return scan


@transaction.atomic
def answer_question(
    *, scan: Scan, question: str, given: str, note: str, turn: int, own: Mapping[str, str] | None = None
) -> None:
    """One answer is kept; those of other questions stay as they are, also when they came from another tab.

    `turn` is how often this answer was kept when the page was made. When it was kept since, both notes stay. Refuses
    a scan that is finished or thrown away (FinishedError). `own`: of a question of her own how it was asked, and on
    which answer it waves.
    """
    fresh = _held(scan.person, scan.collaboration, scan.pk)
    answers = fresh.stretch if is_about_stretching(question) else fresh.answers
    before = answers.get(question, {"note": "", "turn": 0})
    answers[question] = {
        "given": given,
        "note": merge_notes(before["note"], note, is_stale=turn != before["turn"]),
        "turn": before["turn"] + 1,
        **(own or {}),
    }
    fresh.save(update_fields=["answers", "stretch"])


@transaction.atomic
def finish_scan(*, scan: Scan, now: datetime) -> None:
    """From now on it is locked. Finishing twice changes nothing."""
    Scan.objects.filter(pk=scan.pk, finished_at=None).update(finished_at=now, content_version=content_version())


def throw_scan_away(*, scan: Scan) -> None:
    """It is hers: she may throw it away, not rewrite it."""
    scan.delete()


def _held(person: Person, collaboration: Collaboration, key: int) -> Scan:
    """Hold the person, so that two tabs take turns, and read what was kept meanwhile."""
    Person.objects.select_for_update().get(pk=person.pk)
    fresh = Scan.objects.filter(pk=key, collaboration=collaboration, finished_at=None).first()
    if fresh is None:
        raise FinishedError
    return fresh
