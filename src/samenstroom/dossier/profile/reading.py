"""Read a file that anybody may have made as a profile: limits first, then JSON, then the schema, then its moments.

Knows no database. Everything that is wrong comes out as one DossierError with its place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from samenstroom.dossier.checking import is_moment
from samenstroom.dossier.moments import SLACK
from samenstroom.dossier.problem import DossierError, Steps
from samenstroom.dossier.reading import Document, parse
from samenstroom.dossier.times import moment

FORMAT, VERSION = "samenstroom-profile", 1
MOST_BYTES = 2_000_000
SCHEMA = Path(__file__).parents[1] / "schema" / "profile-1.schema.json"

FAULTS: Mapping[str, tuple[str, str]] = {
    "maxLength": ("too_long", "most"),
    "maxItems": ("too_many", "most"),
    "maxProperties": ("too_many", "most"),
    "minItems": ("too_few", "least"),
}
"""Words of the schema that come with a number, and the fault that tells it."""


@cache
def profile_schema() -> Mapping[str, Any]:
    """The published schema."""
    found: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return found


def read_profile(raw: bytes, *, now: datetime) -> Document:
    """The checked document in these bytes. Raises DossierError."""
    if len(raw) > MOST_BYTES:
        raise DossierError("too_large", most=MOST_BYTES // 1_000_000)
    document = parse(raw)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise DossierError("other_profile")
    version = document.get("version")
    if type(version) is int and version > VERSION:
        raise DossierError("newer_profile", ("version",), version=version)
    fault = best_match(Draft202012Validator(profile_schema()).iter_errors(document))
    if fault:
        raise _told(fault)
    _check_moments(document, now)
    checked: Document = document
    return checked


def _told(fault: ValidationError) -> DossierError:
    """A fault of the schema in our own codes."""
    place, kind, rule = tuple(fault.absolute_path), str(fault.validator), fault.validator_value
    if kind in FAULTS:
        code, word = FAULTS[kind]
        return DossierError(code, place, **{word: rule})
    if kind == "minLength":
        return DossierError("empty", place)
    if kind == "required":
        return DossierError("missing", place, field=next(one for one in rule if one not in fault.instance))
    if kind == "additionalProperties":
        known = fault.schema.get("properties", {})
        return DossierError("unknown", place, field=next(str(one)[:60] for one in fault.instance if one not in known))
    if kind in ("enum", "const"):
        return DossierError("choice", place, choices=", ".join(map(str, rule if kind == "enum" else [rule])))
    if kind == "type" and isinstance(rule, str):
        return DossierError(f"type_{rule}", place)
    return DossierError("shape", place)


def _check_moments(document: Document, now: datetime) -> None:
    """Every moment can be, none is yet to come, and the versions of a boundary follow each other."""
    changed = document["profile"].get("changed_at")
    if changed is not None:
        _moment(("profile", "changed_at"), changed, now)
    if "room" in document:
        _moment(("room", "saved_at"), document["room"]["saved_at"], now)
    for at, boundary in enumerate(document["boundaries"]):
        place: Steps = ("boundaries", at)
        _moment((*place, "drawn_at"), boundary["drawn_at"], now)
        _check_versions((*place, "versions"), boundary["versions"], now)
    keys = [one["key"] for one in document["boundaries"]]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise DossierError("not_once", ("boundaries",), value=twice)


def _check_versions(place: Steps, versions: list[dict[str, Any]], now: datetime) -> None:
    moments: list[tuple[Steps, datetime]] = []
    for at, version in enumerate(versions):
        moments.append(((*place, at, "since_at"), _moment((*place, at, "since_at"), version["since_at"], now)))
        until = version.get("until_at")
        if until is not None:
            moments.append(((*place, at, "until_at"), _moment((*place, at, "until_at"), until, now)))
        elif at + 1 < len(versions):
            raise DossierError("missing", (*place, at), field="until_at")
    for (_before, one), (where, other) in pairwise(moments):
        if other < one:
            raise DossierError("shape", where)


def _moment(place: Steps, text: str, now: datetime) -> datetime:
    if not is_moment(text):
        raise DossierError("moment", place)
    found = moment(text)
    if found > now + SLACK:
        raise DossierError("future", place)
    return found
