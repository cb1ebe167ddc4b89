from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "samenstroom.contributions"
    label = "contributions"
