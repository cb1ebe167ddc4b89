"""What the worker does for the outbox."""

from django_tasks import task

from samenstroom.kit import clock

from .delivery import deliver_due


@task()
def deliver() -> int:
    """Send the mail that is due. Harmless to run again."""
    return deliver_due(now=clock.now())
