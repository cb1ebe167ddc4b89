"""Jobs for the tests of the worker."""

from django_tasks import task


@task()
def count() -> int:
    """Does nothing, and says so."""
    return 1
