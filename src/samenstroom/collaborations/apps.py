from django.apps import AppConfig


class CollaborationsConfig(AppConfig):
    name = "samenstroom.collaborations"
    label = "collaborations"
