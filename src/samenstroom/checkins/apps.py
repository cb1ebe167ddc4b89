from django.apps import AppConfig


class CheckinsConfig(AppConfig):
    name = "samenstroom.checkins"
    label = "checkins"
