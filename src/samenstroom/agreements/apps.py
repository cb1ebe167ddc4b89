from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "samenstroom.agreements"
    label = "agreements"
