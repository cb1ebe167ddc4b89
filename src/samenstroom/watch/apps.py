from django.apps import AppConfig


class WatchConfig(AppConfig):
    name = "samenstroom.watch"
    label = "watch"
