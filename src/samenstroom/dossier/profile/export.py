"""A profile as a document. It holds what is hers alone and nothing of anybody else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from samenstroom.accounts.models import Person
from samenstroom.dossier.rows import ROOM, Told, plain, told
from samenstroom.exploring.queries.room import room_of
from samenstroom.kit import clock
from samenstroom.profiles.models import Boundary, WorkPage
from samenstroom.profiles.queries.boundaries import boundary_rows
from samenstroom.profiles.queries.profile import FIELDS, profile_of
from samenstroom.profiles.queries.work_page import work_page_of
from samenstroom.profiles.wording.work_page import BOUNDARY

from .reading import FORMAT, VERSION


def export_profile(person: Person, *, now: datetime) -> Told:
    """Everything she wrote about herself, her boundaries with each version, the settings of her page, and her room."""
    profile = profile_of(person)
    boundaries = list(boundary_rows(person))
    keys = {one.public_id: f"b{number}" for number, one in enumerate(boundaries, 1)}
    room = room_of(person)
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": plain(now),
        "profile": {
            "values": plain(profile.values),
            **{name: str(getattr(profile, name)) for name in FIELDS},
            "changed_at": plain(profile.changed_at),
        },
        "boundaries": [_boundary(one, keys) for one in boundaries],
        "work_page": _work_page(work_page_of(person), keys),
        **({"room": told(room, ROOM)} if room else {}),
    }


def profile_file_name(now: datetime) -> str:
    """`samenstroom-profiel-2026-05-12.json`: no name in it, it may lie in a shared folder."""
    return f"samenstroom-profiel-{clock.day_of(now).isoformat()}.json"


def _boundary(boundary: Boundary, keys: Mapping[str, str]) -> Told:
    return {
        "key": keys[boundary.public_id],
        "topic": str(boundary.topic),
        "drawn_at": plain(boundary.drawn_at),
        "versions": [
            {
                "words": str(one.words),
                "why": str(one.why),
                "since_at": plain(one.since_at),
                "until_at": plain(one.until_at),
            }
            for one in boundary.versions.all()
        ],
    }


def _work_page(page: WorkPage, keys: Mapping[str, str]) -> Told:
    names = {BOUNDARY + public_id: BOUNDARY + key for public_id, key in keys.items()}
    return {
        "name": str(page.name),
        "introduction": str(page.introduction),
        "language": page.language,
        "chosen": [names.get(one, one) for one in page.chosen],
        "wordings": {names.get(one, one): dict(told) for one, told in _known(page.wordings, names).items()},
        "reach": str(page.reach),
        "slug": page.slug,
        "findable": bool(page.findable),
    }


def _known(wordings: Mapping[str, Any], names: Mapping[str, str]) -> Mapping[str, Any]:
    """Words for boundaries that are no longer there stay out."""
    return {one: told for one, told in wordings.items() if not one.startswith(BOUNDARY) or one in names}
