"""Periodic work about exploring."""

from django_tasks import task

from samenstroom.kit import clock

from .actions.letting_go import let_go_of_what_is_past


@task()
def sweep() -> int:
    """Throw away private explorations whose term is over. Harmless to run again."""
    return let_go_of_what_is_past(now=clock.now())
