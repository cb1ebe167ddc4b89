"""Periodic work on files."""

from django_tasks import task

from samenstroom.files.tidying import drop_orphans
from samenstroom.kit import clock


@task()
def tidy() -> None:
    """Takes away content that belongs to no row any more."""
    drop_orphans(now=clock.now())
