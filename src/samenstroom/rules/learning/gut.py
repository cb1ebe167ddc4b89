"""What somebody's gut said, and whether it was right. Doubt is no yes.

A feeling counts as yes from the fourth step of five, when her head did not say otherwise; all else counts as no. It
was right when a yes ended well or a no ended badly. What is not known, or was nobody's fault, counts for neither.
"""

from samenstroom.rules.learning.endings import Label

YES_FROM = 4
DOUBT_UNTIL = 2


def says_yes(step: int) -> bool:
    """Whether the gut said yes."""
    return step >= YES_FROM


def is_doubt(step: int, *, sussed: bool) -> bool:
    """Whether this feeling is a first doubt: a no, or a no that the head talked away."""
    return step <= DOUBT_UNTIL or (sussed and step < YES_FROM)


def was_right(step: int, label: Label) -> bool | None:
    """Whether the gut was right; None as long as that is not known."""
    if label not in (Label.GOOD, Label.BAD):
        return None
    return says_yes(step) == (label is Label.GOOD)
