from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in

from samenstroom.kit import wall


class AccountsConfig(AppConfig):
    name = "samenstroom.accounts"
    label = "accounts"

    def ready(self) -> None:
        # A signal of the framework: signing in happens halfway a request, in the library or behind a link.
        user_logged_in.connect(_came_in)


def _came_in(user: Any, **_signal: Any) -> None:
    wall.now_for_person(user.pk)
