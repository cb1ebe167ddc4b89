"""Does the work in the background: jobs, and the sweeps that start on time."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from samenstroom.cli.housekeeping import LONGEST_RUN, free_stuck_jobs
from samenstroom.cli.preparing import wait_for_tables
from samenstroom.cli.processes import stop_when_parent_is_gone, works_with
from samenstroom.cli.scheduling import start_scheduler
from samenstroom.kit import clock

LOOK_EVERY = 1.0  # seconds between two looks for a job


class Command(BaseCommand):
    """samenstroom work"""

    help = "Run jobs and start the periodic sweeps. `serve` starts one of these by itself."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--parent", type=int, help="Stop as soon as the parent process with this id is gone.")
        parser.add_argument("--alone", action="store_true", help="No other worker uses this database.")

    def handle(self, *args: Any, parent: int | None = None, alone: bool = False, **options: Any) -> None:
        try:
            with works_with(settings.DATA_DIR):
                self._work(parent, alone)
        except BlockingIOError:
            raise CommandError("The data is being moved; start the worker afterwards.") from None

    def _work(self, parent: int | None, alone: bool) -> None:
        worker = _worker()
        worker.configure_signals()
        if parent:
            stop_when_parent_is_gone(parent)
        wait_for_tables()
        # Alone, every job that is "running" at the start was left behind by a kill.
        free_stuck_jobs(now=clock.now(), longest_run=timedelta(0) if alone else LONGEST_RUN)
        scheduler = start_scheduler(settings.SWEEPS)
        try:
            worker.run()
        finally:
            scheduler.shutdown(wait=False)


def _worker() -> Worker:
    return Worker(
        queue_names=["default"],
        excluded_queue_names=[],
        interval=LOOK_EVERY,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )
