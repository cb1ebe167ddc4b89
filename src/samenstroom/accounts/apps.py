from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "samenstroom.accounts"
    label = "accounts"

    def ready(self) -> None:
        # Signals of the framework: signing in happens halfway a request, in the library or behind a link.
        from .events import listen

        listen()
