"""Feedback, decisions, appreciation."""

from __future__ import annotations

from collections.abc import Mapping


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {}
