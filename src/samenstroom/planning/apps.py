from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "samenstroom.planning"
    label = "planning"
