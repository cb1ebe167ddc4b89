from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "samenstroom.learning"
    label = "learning"
