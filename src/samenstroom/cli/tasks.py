"""Housekeeping of the worker itself, run as a sweep."""

from django_tasks import task

from samenstroom.cli.housekeeping import forget_old_runs, free_stuck_jobs
from samenstroom.kit import clock


@task()
def tidy() -> None:
    """Puts jobs that a kill left running back in line, and drops what was finished long ago."""
    now = clock.now()
    free_stuck_jobs(now=now)
    forget_old_runs(now=now)
