"""Hold a document against the published schema, and name the first fault in words of our own.

The part of JSON Schema 2020-12 that the schema uses, compiled once to plain functions: fast enough for thousands of
files, and its faults are codes that we can say in two languages. A test holds it against a full validator.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from .problem import DossierError, Steps

SCHEMA = Path(__file__).parent / "schema" / "dossier-1.schema.json"
FIRST_YEAR, LAST_YEAR = 1950, 2149


class Names(NamedTuple):
    """The keys that other parts of the document may point at."""

    people: frozenset[str]
    parties: frozenset[str]


Check = Callable[[Any, Steps, Names], DossierError | None]
POINTERS: Mapping[str, str] = {
    "person": "people", "person_or_none": "people", "party": "parties", "party_or_none": "parties",
}  # fmt: skip
TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "number": (int, float),
    "boolean": (bool,), "null": (type(None),),
}  # fmt: skip


@cache
def schema() -> Mapping[str, Any]:
    """The published schema."""
    found: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return found


def first_fault(document: Any) -> DossierError | None:
    """The first thing in the document that the schema does not allow; None when all is well."""
    return _compiled("")(document, (), Names(_keys(document, "people"), _keys(document, "parties")))


def _keys(document: Any, section: str) -> frozenset[str]:
    """The keys that stand in a section, as far as it has its shape."""
    listed = document.get(section) if isinstance(document, dict) else None
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    return frozenset(key for row in rows if isinstance(key := row.get("key"), str))


@cache
def _compiled(reference: str) -> Check:
    """The check of the whole schema (an empty name) or of one of its definitions."""
    return _check_of(schema()["$defs"][reference] if reference else schema())


def _check_of(rules: Any) -> Check:
    """One check from a piece of schema; each keyword gives a part of it."""
    if rules is True:
        return lambda _value, _place, _names: None
    parts = [_MAKERS[name](rules) for name in _MAKERS if name in rules]

    def check(value: Any, place: Steps, names: Names) -> DossierError | None:
        for part in parts:
            fault = part(value, place, names)
            if fault:
                return fault
        return None

    return check


def _reference(rules: Mapping[str, Any]) -> Check:
    name = rules["$ref"].removeprefix("#/$defs/")
    if name not in POINTERS:
        return lambda value, place, names: _compiled(name)(value, place, names)

    def check(value: Any, place: Steps, names: Names) -> DossierError | None:
        fault = _compiled(name)(value, place, names)
        if fault or value is None or value in getattr(names, POINTERS[name]):
            return fault
        return DossierError(f"no_{POINTERS[name]}", place, key=value)

    return check


def _type(rules: Mapping[str, Any]) -> Check:
    kinds = [rules["type"]] if isinstance(rules["type"], str) else rules["type"]
    allowed = tuple(one for kind in kinds for one in TYPES[kind])

    def check(value: Any, place: Steps, names: Names) -> DossierError | None:
        # In Python yes and no are numbers too; in JSON they are not.
        fits = bool in allowed if isinstance(value, bool) else isinstance(value, allowed)
        return None if fits else DossierError(f"type_{kinds[0]}", place)

    return check


def _enum(rules: Mapping[str, Any]) -> Check:
    values = [rules["const"]] if "const" in rules else rules["enum"]
    told = ", ".join("null" if one is None else str(one) or "\u201c\u201d" for one in values)

    def check(value: Any, place: Steps, names: Names) -> DossierError | None:
        fits = any(one == value and type(one) is type(value) for one in values)
        return None if fits else DossierError("choice", place, choices=told)

    return check


def _pattern(rules: Mapping[str, Any]) -> Check:
    shape = re.compile(rules["pattern"], re.ASCII)
    return _only(
        str,
        lambda value: shape.fullmatch(value) is not None,
        FORMATS[rules["format"]][0] if "format" in rules else "shape",
    )


def _format(rules: Mapping[str, Any]) -> Check:
    code, holds = FORMATS[rules["format"]]
    return _only(str, holds, code)


def _longest(rules: Mapping[str, Any]) -> Check:
    most = rules["maxLength"]
    return _only(str, lambda value: len(value) <= most, "too_long", most=most)


def _shortest(rules: Mapping[str, Any]) -> Check:
    return _only(str, lambda value: len(value) >= rules["minLength"], "empty")


def _smallest(rules: Mapping[str, Any]) -> Check:
    least = rules["minimum"]
    return _only((int, float), lambda value: value >= least, "too_small", least=least)


def _largest(rules: Mapping[str, Any]) -> Check:
    most = rules["maximum"]
    return _only((int, float), lambda value: value <= most, "too_big", most=most)


def _fewest(rules: Mapping[str, Any]) -> Check:
    least = rules["minItems"]
    return _only(list, lambda value: len(value) >= least, "too_few", least=least)


def _most_items(rules: Mapping[str, Any]) -> Check:
    most = rules["maxItems"]
    return _only(list, lambda value: len(value) <= most, "too_many", most=most)


def _most_fields(rules: Mapping[str, Any]) -> Check:
    most = rules["maxProperties"]
    return _only(dict, lambda value: len(value) <= most, "too_many", most=most)


def _only(kind: type | tuple[type, ...], holds: Callable[[Any], bool], code: str, **data: object) -> Check:
    """A check that looks at values of one kind only; other kinds are for `type` to refuse."""

    def check(value: Any, place: Steps, names: Names) -> DossierError | None:
        if not isinstance(value, kind) or isinstance(value, bool) or holds(value):
            return None
        return DossierError(code, place, **data)

    return check


def _items(rules: Mapping[str, Any]) -> Check:
    of_one = _check_of(rules["items"])

    def check(value: Any, place: Steps, names: Names) -> DossierError | None:
        if not isinstance(value, list):
            return None
        return _first(of_one(part, (*place, at), names) for at, part in enumerate(value))

    return check


def _required(rules: Mapping[str, Any]) -> Check:
    def check(value: Any, place: Steps, names: Names) -> DossierError | None:
        missing = [name for name in rules["required"] if name not in value] if isinstance(value, dict) else []
        return DossierError("missing", place, field=missing[0]) if missing else None

    return check


def _properties(rules: Mapping[str, Any]) -> Check:
    known = {name: _check_of(part) for name, part in rules["properties"].items()}
    rest = rules["additionalProperties"]
    other: Check = _unknown if rest is False else _check_of(rest)

    def check(value: Any, place: Steps, names: Names) -> DossierError | None:
        if not isinstance(value, dict):
            return None
        return _first(known.get(name, other)(part, (*place, name), names) for name, part in value.items())

    return check


def _unknown(_value: Any, place: Steps, _names: Names) -> DossierError | None:
    return DossierError("unknown", place[:-1], field=str(place[-1])[:60])


def _first(faults: Iterator[DossierError | None]) -> DossierError | None:
    return next((fault for fault in faults if fault), None)


@lru_cache(maxsize=8192)
def is_day(text: str) -> bool:
    """Whether this is a day on the calendar, within two hundred years."""
    try:
        return FIRST_YEAR <= date.fromisoformat(text).year <= LAST_YEAR
    except ValueError:
        return False


@lru_cache(maxsize=8192)
def is_moment(text: str) -> bool:
    """Whether this is a moment in UTC, or a day."""
    try:
        return is_day(text[:10]) and datetime.fromisoformat(text) is not None
    except ValueError:
        return False


FORMATS: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "date": ("date", is_day),
    "date_or_empty": ("date", lambda text: not text or is_day(text)),
    "moment": ("moment", is_moment),
}
"""Format -> the code of what is wrong, and whether a text has it."""

_MAKERS: Mapping[str, Callable[[Mapping[str, Any]], Check]] = {
    "$ref": _reference, "type": _type, "enum": _enum, "const": _enum, "format": _format, "pattern": _pattern,
    "maxLength": _longest, "minLength": _shortest, "minimum": _smallest, "maximum": _largest, "minItems": _fewest,
    "maxItems": _most_items, "maxProperties": _most_fields, "required": _required, "properties": _properties,
    "items": _items,
}  # fmt: skip
