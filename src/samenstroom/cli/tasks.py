"""What the worker does for the instance itself, run as sweeps."""

from django_tasks import task

from samenstroom.cli.backups.policy import nightly
from samenstroom.cli.housekeeping import forget_old_runs, free_stuck_jobs
from samenstroom.kit import clock


@task()
def tidy() -> None:
    """Puts jobs that a kill left running back in line, and drops what was finished long ago."""
    now = clock.now()
    free_stuck_jobs(now=now)
    forget_old_runs(now=now)


@task()
def backup() -> str:
    """Makes tonight's backup when SAMENSTROOM_BACKUP_DIR is set; returns its name."""
    return nightly(now=clock.now())
