"""What the work is, in the words of the two: kept under the clause about the assignment, one thing on a line."""

from __future__ import annotations

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

DASH = "- "


def scope_words(done: str, not_done: str, language: str) -> str:
    """Both lists as they stand under the clause."""
    with translation.override(language):
        parts = [_lines(done)]
        if not_done.strip():
            parts.append(f"{_not_included()}\n{_lines(not_done)}")
    return "\n".join(part for part in parts if part)


def scope_parts(addition: str, language: str) -> dict[str, str]:
    """The two lists back; what has another shape is all about what is done."""
    with translation.override(language):
        done, _found, not_done = addition.partition(_not_included())
    return {"done": _plain(done), "not_done": _plain(not_done)}


def scope_terms(done: str, not_done: str) -> dict[str, Any]:
    """What the check reads of it: how many things, and whether it says what is not included."""
    return {"scope_items": len(_things(done)) or None, "out_of_scope_described": bool(not_done.strip()) or None}


def _not_included() -> str:
    return _("Dit hoort er niet bij:")


def _things(text: str) -> list[str]:
    return [line.strip().removeprefix(DASH).strip() for line in text.splitlines() if line.strip().removeprefix("-")]


def _lines(text: str) -> str:
    return "\n".join(f"{DASH}{one}" for one in _things(text))


def _plain(text: str) -> str:
    return "\n".join(_things(text))
