from django.apps import AppConfig


class ExploringConfig(AppConfig):
    name = "samenstroom.exploring"
    label = "exploring"
