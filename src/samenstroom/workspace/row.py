"""One row on the page of a collaboration, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class Row:
    """One row: what it is, where it stands, where it leads, and a state with its tone and icon.

    `is_offer`: there is nothing behind it yet but the offer to begin.
    """

    title: str
    hint: str = ""
    url: str = ""
    state: str = ""
    tone: str = "plain"
    icon: str = ""
    is_offer: bool = False


def row_url(visit: Visit, name: str, **parts: Any) -> str:
    """The address of a page about this collaboration."""
    return reverse(f"workspace:{name}", kwargs={"collaboration": visit.collaboration.public_id, **parts})
