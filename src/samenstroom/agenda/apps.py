from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "samenstroom.agenda"
    label = "agenda"
