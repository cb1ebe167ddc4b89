"""Seals everything again under a new key."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import models, transaction

from samenstroom.accounts.second_step import reseal_ways_in
from samenstroom.cli.processes import only_user_of
from samenstroom.files import storage
from samenstroom.kit.keyfiles import new_sealing_key, put_keys
from samenstroom.kit.sealing import reseal, sealed_fields

BATCH = 200  # rows in one transaction


class Command(BaseCommand):
    """samenstroom rotate-keys"""

    help = (
        "Make a new sealing key and seal every private and sealed text again under it. "
        "Stop the server first. When the keys come from SAMENSTROOM_SEALING_KEYS, put a new one "
        "in front there, then run this."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--drop-old",
            action="store_true",
            help="Forget the old keys afterwards; older back-ups need them.",
        )

    def handle(self, *args: Any, drop_old: bool = False, **options: Any) -> None:
        with only_user_of(settings.DATA_DIR):
            self.add_key()
            rows = sum(_reseal_all(model) for model in apps.get_models(include_auto_created=True))
            rows += reseal_ways_in()
            files = sum(_reseal_file(name) for name in storage.kept_on_disk())
            if drop_old:
                self.drop_old_keys()
        self.stdout.write(f"{rows} rows and {files} files are sealed under the newest key.")

    def add_key(self) -> None:
        if settings.SEALING_KEYS_FROM_ENVIRONMENT:
            return
        settings.SEALING_KEYS = [new_sealing_key(), *settings.SEALING_KEYS]
        put_keys(settings.SEALING_KEY_FILE, settings.SEALING_KEYS)

    def drop_old_keys(self) -> None:
        if settings.SEALING_KEYS_FROM_ENVIRONMENT:
            self.stdout.write("Take the old keys out of SAMENSTROOM_SEALING_KEYS yourself.")
            return
        put_keys(settings.SEALING_KEY_FILE, settings.SEALING_KEYS[:1])


def _reseal_file(name: str) -> int:
    try:
        storage.reseal(name)
    except storage.FileGoneError:
        return 0
    return 1


def _reseal_all(model: type[models.Model]) -> int:
    if not sealed_fields(model):
        return 0
    keys = iter(list(model._base_manager.values_list("pk", flat=True)))
    return sum(_reseal_batch(model, batch) for batch in _batches(keys))


def _reseal_batch(model: type[models.Model], batch: list[Any]) -> int:
    with transaction.atomic():
        reseal(model, batch)
    return len(batch)


def _batches(keys: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(keys, BATCH)):
        yield batch
