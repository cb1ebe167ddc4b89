"""The dossier as a Django app."""

from django.apps import AppConfig


class DossierConfig(AppConfig):
    """Exports and imports whole collaborations."""

    name = "samenstroom.dossier"
    label = "dossier"
