"""Which of the two languages a page is in."""

from __future__ import annotations

from django.utils import translation


def language() -> str:
    """The language of this page: `nl` or `en`."""
    return "en" if (translation.get_language() or "nl").startswith("en") else "nl"
