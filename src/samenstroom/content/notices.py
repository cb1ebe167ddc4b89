"""Notices with names filled in: what a person reads before she claims a link, and the pages about privacy and help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samenstroom.content.files import load


def notice(part: str, language: str, words: Mapping[str, str], *, file: str = "privacy") -> Mapping[str, Any]:
    """One part of this file with `words` filled in. A sentence that needs a word we do not have is left out.

    Raises ContentError for a language that does not exist, KeyError for a part that does not.
    """
    known = {key: value for key, value in words.items() if value}
    filled = _filled(load(file, language)[part], known)
    assert isinstance(filled, dict)
    return filled


def _filled(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        try:
            return value.format_map(words)
        except KeyError:
            return None
    if isinstance(value, Mapping):
        return {key: _filled(part, words) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [part for part in (_filled(one, words) for one in value) if part is not None]
    return value
