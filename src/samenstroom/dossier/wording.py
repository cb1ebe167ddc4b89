"""What is wrong with a file, and what the commands say, in words of one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samenstroom import content

from .problem import DossierError, Steps


def words(language: str) -> Mapping[str, str]:
    """The sentences of the commands."""
    found: Mapping[str, str] = content.load("dossier", language)["words"]
    return found


def fault_text(error: DossierError, language: str) -> str:
    """What is wrong, as one sentence."""
    texts = {one["code"]: one["text"] for one in content.load("dossier", language)["faults"]}
    return str(texts[error.code].format(**{name: _said(value) for name, value in error.data.items()}))


def fault(error: DossierError, language: str) -> str:
    """What is wrong and where, for a page on which the file was given."""
    return words(language)["fault"].format(text=fault_text(error, language), place=place(error.place, language))


def fault_in(file: str, error: DossierError, language: str) -> str:
    """What is wrong, in which file and where."""
    told: Mapping[str, Any] = {"text": fault_text(error, language), "place": place(error.place, language)}
    return words(language)["fault_in_file"].format(file=file, **told)


def place(steps: Steps, language: str) -> str:
    """The way to a part of the file as a person counts: `entries, nummer 3, on`."""
    texts = words(language)
    if not steps:
        return texts["place_top"]
    told = (texts["place_number"].format(number=one + 1) if isinstance(one, int) else one[:60] for one in steps)
    return ", ".join(told)


def _said(value: object) -> str:
    return str(value)[:300]
