"""The kit: parts without domain words."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """Makes the kit's templates, static files and template tags known to Django."""

    name = "samenstroom.kit"
    label = "kit"
