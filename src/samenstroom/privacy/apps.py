from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "samenstroom.privacy"
    label = "privacy"
