"""Read a file that anybody may have made: limits first, then JSON, then the schema, then what it means.

Knows no database. Everything that is wrong comes out as one DossierError with its place.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .checking import first_fault
from .meaning import check_meaning
from .problem import DossierError, Steps

FORMAT, VERSION = "samenstroom-dossier", 1

MOST_BYTES = 60_000_000
MOST_PARTS = 1_000_000
"""Commas and opening brackets in one file: an honest dossier stays far below."""
DEEPEST = 20
LONGEST_TEXT = 20_000  # characters
LARGEST_NUMBER = 10**15
ODD_SIGN = re.compile("[\x00\ud800-\udfff]")
"""NUL and half a surrogate pair: characters that a database cannot keep."""

Document = Mapping[str, Any]


class _Twice(dict[str, Any]):
    """An object in which a field stands twice; JSON would silently keep the last one."""

    field: str = ""


class _NoNumber:
    """NaN or Infinity, which is no JSON."""


def read(raw: bytes) -> Document:
    """The checked document in these bytes. Raises DossierError."""
    document: Document = parse(raw)
    check(document)
    return document


def check(document: Any) -> None:
    """Hold a parsed document against the schema and against what it must mean. Raises DossierError."""
    _is_ours(document)
    fault = first_fault(document)
    if fault:
        raise fault
    check_meaning(document)


def _is_ours(document: Any) -> None:
    """Say it plainly when it is another kind of file, or a version from later."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise DossierError("other_format")
    version = document.get("version")
    if type(version) is int and version > VERSION:
        raise DossierError("newer_version", ("version",), version=version)


def parse(raw: bytes) -> Any:
    """JSON within the limits: size, number of parts, depth, length of texts. Raises DossierError."""
    if len(raw) > MOST_BYTES:
        raise DossierError("too_large", most=MOST_BYTES // 1_000_000)
    if sum(raw.count(sign) for sign in (b",", b"[", b"{")) > MOST_PARTS:
        raise DossierError("too_many_parts", most=MOST_PARTS)
    document = _loaded(_decoded(raw))
    for place, value in _walk(document, ()):
        _check_value(place, value)
    return document


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DossierError("not_text") from None


def _loaded(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=lambda _name: _NoNumber())
    except RecursionError:
        raise DossierError("too_deep", most=DEEPEST) from None
    except json.JSONDecodeError as error:
        raise DossierError("not_json", line=error.lineno, column=error.colno) from None
    except ValueError:  # a number of thousands of digits
        raise DossierError("number") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice, seen = _Twice(found), set()
    for name, _value in pairs:
        if name in seen:
            twice.field = name
            break
        seen.add(name)
    return twice


def _walk(value: Any, place: Steps) -> Iterator[tuple[Steps, Any]]:
    """Every value with its place, the outer one first."""
    waiting: list[tuple[Steps, Any]] = [(place, value)]
    while waiting:
        place, value = waiting.pop()
        yield place, value
        if isinstance(value, dict):
            waiting += [((*place, name), part) for name, part in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [((*place, at), part) for at, part in reversed(list(enumerate(value)))]


def _check_value(place: Steps, value: Any) -> None:
    if len(place) > DEEPEST:
        raise DossierError("too_deep", place[:3], most=DEEPEST)
    if isinstance(value, dict):
        _check_names(place, value)
    elif isinstance(value, str):
        _check_text(place, value, LONGEST_TEXT)
    elif isinstance(value, _NoNumber) or (isinstance(value, int | float) and not _is_usual(value)):
        raise DossierError("number", place)


def _is_usual(number: float) -> bool:
    return math.isfinite(number) and abs(number) <= LARGEST_NUMBER


def _check_names(place: Steps, value: dict[str, Any]) -> None:
    if isinstance(value, _Twice):
        raise DossierError("twice", place, field=value.field[:60])
    for name in value:
        _check_text(place, name, 200)


def _check_text(place: Steps, text: str, longest: int) -> None:
    if len(text) > longest:
        raise DossierError("too_long", place, most=longest)
    if ODD_SIGN.search(text):
        raise DossierError("odd_sign", place)
