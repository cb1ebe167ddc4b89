from django.apps import AppConfig


class FarewellConfig(AppConfig):
    name = "samenstroom.farewell"
    label = "farewell"
