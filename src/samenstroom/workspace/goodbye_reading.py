"""Reading along beside her message: the one place where the pages of a farewell meet the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenstroom.farewell.wording.goodbye_letters import ONE_LINE
from samenstroom.farewell.wording.reading import ReadingView, reading_of

if TYPE_CHECKING:
    from samenstroom.farewell.models import Farewell


def reading_beside(text: str, farewell: Farewell) -> ReadingView | None:
    """What the reader says of this text, for her alone, kept nowhere; nothing where one line is enough."""
    return None if farewell.way == ONE_LINE else reading_of(text, how=farewell.way)
