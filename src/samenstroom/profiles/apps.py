from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "samenstroom.profiles"
    label = "profiles"
