"""The command line as a Django app."""

from django.apps import AppConfig


class CliConfig(AppConfig):
    """Carries the commands and the slots of periodic work."""

    name = "samenstroom.cli"
    label = "cli"
