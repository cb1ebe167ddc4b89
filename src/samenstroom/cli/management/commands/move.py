"""Moves an instance from SQLite to PostgreSQL."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from samenstroom.cli.moving import move
from samenstroom.cli.processes import no_worker_with, only_user_of


class Command(BaseCommand):
    """samenstroom move --to postgres://..."""

    help = "Copy everything from SQLite to an empty PostgreSQL database, then count and compare. Stop the app first."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", required=True, metavar="URL", help="such as postgres://user:password@host/name")

    def handle(self, *args: Any, to: str, **options: Any) -> None:
        if connection.vendor != "sqlite":
            raise CommandError("This moves from SQLite; DATABASE_URL names another database. Unset it first.")
        with only_user_of(settings.DATA_DIR), no_worker_with(settings.DATA_DIR):
            sums = move(to, say=self.stdout.write)
        rows = sum(one.rows for one in sums.values())
        self.stdout.write(f"{rows} rows in {len(sums)} tables were moved, read back and compared: all equal.")
        self.stdout.write(
            "From now on start with DATABASE_URL set to the new address. "
            f"Keys and kept files stay in {settings.DATA_DIR}. Keep the old database until you have looked around; "
            "what is written there from now on is not in the new one."
        )
