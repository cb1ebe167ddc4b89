"""What can be filled in in an agreement: facts and terms, each with its type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

Value = bool | Decimal | date | str
"""What a term holds. Not filled in is None, which is never the same as no."""

Values = Mapping[str, Value | None]

LONGEST = 4000
LARGEST = Decimal("1000000000")


class Type(StrEnum):
    """What kind of value a term takes."""

    BOOL = "bool"
    INT = "int"
    DECIMAL = "decimal"
    DATE = "date"
    ENUM = "enum"
    STRING = "string"
    TEXT = "text"


class ValueRefusedError(ValueError):
    """A value does not fit its term: the name, and a code for what is wrong."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(f"{name}: {code}")
        self.name = name
        self.code = code


@dataclass(frozen=True)
class Term:
    """One thing to fill in. `clause` is None for a fact; `default` as in the data files, read with `read`."""

    name: str
    type: Type
    clause: str | None = None
    options: tuple[str, ...] = ()
    unit: str = ""
    default: object = None
    default_be: object = None
    is_private: bool = False
    is_derived: bool = False
    is_needed: bool = False

    @property
    def is_whole(self) -> bool:
        """Takes whole numbers only."""
        return self.type is Type.INT

    def read(self, given: object) -> Value | None:
        """The value in the type of this term. Raises ValueRefusedError when it does not fit."""
        if given is None:
            return None
        if self.type is Type.BOOL:
            return self._bool(given)
        if self.type in (Type.INT, Type.DECIMAL):
            return self._number(given)
        if self.type is Type.DATE:
            return self._date(given)
        return self._words(given)

    def started(self, jurisdiction: str, today: date) -> Value | None:
        """What a new agreement starts with here."""
        given = self.default_be if jurisdiction == "BE" and self.default_be is not None else self.default
        return today if given == "today" and self.type is Type.DATE else self.read(given)

    def _bool(self, given: object) -> bool:
        if not isinstance(given, bool):
            raise ValueRefusedError(self.name, "not_yes_or_no")
        return given

    def _number(self, given: object) -> Decimal:
        if isinstance(given, bool) or not isinstance(given, int | str | Decimal) or len(str(given)) > 30:
            raise ValueRefusedError(self.name, "not_a_number")
        try:
            found = Decimal(given)
        except InvalidOperation:
            raise ValueRefusedError(self.name, "not_a_number") from None
        if not found.is_finite() or abs(found) > LARGEST:
            raise ValueRefusedError(self.name, "not_a_number")
        if self.type is Type.INT and found != found.to_integral_value():
            raise ValueRefusedError(self.name, "not_whole")
        return found

    def _date(self, given: object) -> date:
        if isinstance(given, date):
            return given
        try:
            return date.fromisoformat(str(given))
        except ValueError:
            raise ValueRefusedError(self.name, "not_a_day") from None

    def _words(self, given: object) -> str:
        if not isinstance(given, str):
            raise ValueRefusedError(self.name, "not_text")
        if len(given) > LONGEST:
            raise ValueRefusedError(self.name, "too_long")
        if self.type is Type.ENUM and given not in self.options:
            raise ValueRefusedError(self.name, "not_an_option")
        return given


def as_json(value: Value | None, *, is_whole: bool = False) -> bool | int | str | None:
    """A value as an agreement document writes it: decimals as text, days as ISO, whole numbers as numbers."""
    if isinstance(value, Decimal):
        return int(value) if is_whole else format(value, "f")
    return value.isoformat() if isinstance(value, date) else value
