"""Days in the words of small agreements, and the acts on their pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language


@dataclass(frozen=True)
class Act:
    """One button, or a link to another page of the table when `page` names one."""

    do: str
    label: str
    is_main: bool = False
    page: str = ""

    @property
    def style(self) -> str:
        """The main act stands out, another page is quiet, and saying no is plain."""
        if self.is_main:
            return "btn"
        return "btn btn--quiet" if self.page else "btn btn--plain"


def on_day(moment: datetime | date | None) -> str:
    """`3 maart 2026`; empty without a day."""
    if moment is None:
        return ""
    return full_date(clock.day_of(moment) if isinstance(moment, datetime) else moment, language())


def rows_of(*pairs: tuple[str, str]) -> tuple[dict[str, str], ...]:
    """Label and text beside each other; what is not filled in is left out."""
    return tuple({"label": str(label), "text": str(text)} for label, text in pairs if text)
