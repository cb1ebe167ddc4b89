"""Giving feedback in tests: through the real actions."""

from __future__ import annotations

from typing import Any

from samenstroom.feedback.models import Feedback
from samenstroom.flows.feedback import give_feedback
from tests.people import Together, day

SAID: dict[str, Any] = {
    "what": "De kop van de nieuwsbrief is lang.",
    "why": "Op een telefoon past hij niet.",
    "ground": "argument",
    "source": "",
    "source_year": None,
    "proposal": "Hooguit zes woorden.",
}


def given(table: Together, *, by_noor: bool = True, n: int = 1, **more: Any) -> Feedback:
    """One of the two gives feedback on day n."""
    visit = table.seen_by_noor(day(n)) if by_noor else table.seen_by_marleen(day(n))
    return give_feedback(visit=visit, direction="given", said={**SAID, **more}, said_on=day(n).date())


def gives_feedback(table: Together, words: str) -> None:
    """Noor gives feedback in these words; Marleen is told that it is there."""
    given(table, n=14, what=words)
