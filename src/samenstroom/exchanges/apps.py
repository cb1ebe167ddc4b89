from django.apps import AppConfig


class ExchangesConfig(AppConfig):
    name = "samenstroom.exchanges"
    label = "exchanges"
