"""Reading along beside her message: the one place where a reader is plugged in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol


class Finding(Protocol):
    """One thing about her text: what, why, another way, and the words of hers it is about."""

    @property
    def title(self) -> str: ...
    @property
    def line(self) -> str: ...
    @property
    def suggestion(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def quotes(self) -> Sequence[str]: ...


class Reading(Protocol):
    """A text that was read along: what is there, what could still be in it, and what may land differently."""

    @property
    def there(self) -> Sequence[Finding]: ...
    @property
    def suggestions(self) -> Sequence[Finding]: ...
    @property
    def tone(self) -> Sequence[Finding]: ...


Reader = Callable[[str, str, str], Reading]

READER: Reader | None = None
"""Who reads along: a function of the text, the language and the way of ending. Without one nothing is shown."""


def reading_beside(text: str, language: str, how: str) -> Reading | None:
    """What the reader says of this text; for her alone, kept nowhere."""
    return READER(text, language, how) if READER else None
