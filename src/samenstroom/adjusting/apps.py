from django.apps import AppConfig


class AdjustingConfig(AppConfig):
    name = "samenstroom.adjusting"
    label = "adjusting"
