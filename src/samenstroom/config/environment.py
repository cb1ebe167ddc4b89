"""Reads settings from environment variables, and says in plain words when one makes no sense."""

import os

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    """The variable as text, without space around it; `default` when it is not set or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    """The variable as yes or no."""
    value = text(name, "yes" if default else "no").lower()
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name}={value} is not understood: use 1 or 0")
    return value in YES


def number(name: str, default: int, *, lowest: int = 0, highest: int = 65535) -> int:
    """The variable as a whole number from `lowest` to `highest`."""
    value = text(name, str(default))
    if not value.isdecimal() or not lowest <= int(value) <= highest:
        raise ImproperlyConfigured(f"{name}={value} is not a whole number from {lowest} to {highest}")
    return int(value)


def listed(name: str) -> list[str]:
    """The variable as a list, parted by commas."""
    return [part.strip() for part in text(name).split(",") if part.strip()]
