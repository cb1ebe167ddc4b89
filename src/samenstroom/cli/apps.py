"""The command line as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from .wall import lay_wall


class CliConfig(AppConfig):
    """Carries the commands and the slots of periodic work."""

    name = "samenstroom.cli"
    label = "cli"

    def ready(self) -> None:
        # A signal of the framework and the only moment at which every table is there, also in tests.
        post_migrate.connect(lay_wall, sender=self)
