"""Keeps the list of jobs true and short."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from samenstroom.cli.models import SweepSlot

# A sweep takes seconds. One that runs this long was killed; running it again is harmless.
LONGEST_RUN = timedelta(minutes=15)
KEPT_FOR = timedelta(days=7)


def free_stuck_jobs(*, now: datetime, longest_run: timedelta = LONGEST_RUN) -> int:
    """Puts jobs that are "running" for longer than `longest_run` back in line; returns how many.

    One that started later than now was left by a clock that went back.
    """
    too_long = Q(started_at__lte=now - longest_run) | Q(started_at__gt=now + longest_run)
    stuck = DBTaskResult.objects.running().filter(too_long)
    return stuck.update(status=TaskResultStatus.READY, started_at=None)


def forget_old_runs(*, now: datetime) -> None:
    """Drops jobs that finished and slots that were used more than a week ago, and sessions that ended."""
    DBTaskResult.objects.finished().filter(finished_at__lte=now - KEPT_FOR).delete()
    SweepSlot.objects.filter(slot_at__lte=now - KEPT_FOR).delete()
    Session.objects.filter(expire_date__lt=now).delete()
