"""Questions of her own in a scan: how she asked them then, and what she answered. They are kept with the scan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samenstroom.exploring.models import Scan
from samenstroom.rules.lessons import question_waves

from .scan_questions import scan_texts

OWN = "own-"
"""How the name of such a question begins among the answers of a scan."""


@dataclass(frozen=True)
class OwnAsked:
    """One question of her own with her answer."""

    key: str
    asked: str
    answer: str
    note: str
    waves: bool


def own_asked(scan: Scan) -> list[OwnAsked]:
    """Her own questions in this scan, in the order in which she answered them."""
    labels = {one["id"]: one["label"] for one in scan_texts()["answers"]}
    found: Mapping[str, Mapping[str, str]] = {key: one for key, one in scan.answers.items() if key.startswith(OWN)}
    return [
        OwnAsked(
            key=key.removeprefix(OWN), asked=str(one.get("asked", "")), answer=labels.get(one["given"], ""),
            note=one["note"], waves=question_waves(one["given"], str(one.get("waves_on", "yes"))),
        )
        for key, one in found.items()
        if one.get("asked")
    ]  # fmt: skip
