from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "samenstroom.accounts"
    label = "accounts"
