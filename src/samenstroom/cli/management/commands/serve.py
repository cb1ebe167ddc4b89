"""Starts everything: database, static files, worker and web server."""

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from samenstroom.cli.preparing import prepare, refuse_taken_port
from samenstroom.cli.processes import Helper, only_user_of
from samenstroom.cli.web import serve_until_stopped


class Command(BaseCommand):
    """samenstroom serve"""

    help = "Start everything: bring the database up to date, then run the worker and the web server."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-worker", action="store_true", help="Run the worker elsewhere (samenstroom work).")

    def handle(self, *args: Any, no_worker: bool = False, **options: Any) -> None:
        with only_user_of(settings.DATA_DIR):
            refuse_taken_port(settings.BIND_HOST, settings.PORT)
            prepare()
            worker = None if no_worker else Helper("work", f"--parent={os.getpid()}", *_alone())
            try:
                serve_until_stopped(host=settings.BIND_HOST, port=settings.PORT, ready=self.say_ready)
            finally:
                if worker:
                    worker.stop()

    def say_ready(self) -> None:
        self.stdout.write(f"Samenstroom runs at {settings.PUBLIC_URL} with its data in {settings.DATA_DIR}")
        self.stdout.flush()


def _alone() -> list[str]:
    # SQLite in a locked data folder has one worker at most; a PostgreSQL database may have more.
    return ["--alone"] if connection.vendor == "sqlite" else []
