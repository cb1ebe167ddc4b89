"""One thing that counts when she decides: a sentence, which way it leans, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samenstroom.rules.visibility import Circle


class Lean(StrEnum):
    """Which way it leans: for, against, or still open."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


@dataclass(frozen=True)
class Weighed:
    """One line on the page where she decides. The human weighs: there is no number in it.

    `text` is one whole sentence in her language, `source` where it comes from ("Rode vlaggen, 3 maart"). `page` and
    `parts` name the whole address behind the door of a person with an account, for who wants to look again; empty for
    none.
    """

    lean: Lean
    text: str
    source: str
    circle: Circle = Circle.PRIVATE
    page: str = ""
    parts: tuple[tuple[str, object], ...] = ()
