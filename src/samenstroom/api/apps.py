from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "samenstroom.api"
