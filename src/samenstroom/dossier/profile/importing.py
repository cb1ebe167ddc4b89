"""Read a profile in again: what is in the file takes the place of what she has. All of it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.dossier.reading import Document
from samenstroom.dossier.rows import ROOM, fields_of
from samenstroom.dossier.times import moment
from samenstroom.exploring.models import OwnRoom
from samenstroom.exploring.queries.room import room_of
from samenstroom.profiles.models import Boundary, BoundaryVersion, Profile, WorkPage
from samenstroom.profiles.queries.boundaries import boundary_rows
from samenstroom.profiles.queries.profile import FIELDS, PARTS, profile_of
from samenstroom.profiles.queries.work_page import is_name_free, work_page_of
from samenstroom.profiles.wording.work_page import BOUNDARY
from samenstroom.rules.page_names import page_name_fault


def has_something_to_replace(person: Person) -> bool:
    """Whether she has a profile, a boundary, a page in the making or her room: then reading in asks first."""
    profile, page = profile_of(person), work_page_of(person)
    has_words = any(getattr(profile, name) for names in PARTS.values() for name in names)
    has_page = bool(page.introduction or page.chosen or page.wordings)
    return has_words or has_page or boundary_rows(person).exists() or room_of(person) is not None


@transaction.atomic
def read_profile_in(*, document: Document, person: Person) -> None:
    """Her profile, boundaries and draft page are what the (checked) document says; what she had before is gone.

    Nothing goes online or offline by it: what others read stays the text she put online. While her page is online
    its address stays too. A file without a room leaves hers as it is. A name for the page that is somebody else's by
    now is left out.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    _profile(person, document["profile"])
    keys = _boundaries(person, document["boundaries"])
    _work_page(person, document["work_page"], keys)
    if "room" in document:
        _room(person, document["room"])


def _profile(person: Person, told: Mapping[str, Any]) -> None:
    changed = told.get("changed_at")
    Profile.objects.update_or_create(
        person=person,
        defaults={
            "values": told.get("values", []),
            **{name: told.get(name, "") for name in FIELDS},
            "changed_at": moment(changed) if changed else None,
        },
    )


def _boundaries(person: Person, told: list[Mapping[str, Any]]) -> Mapping[str, str]:
    """Make them; gives the public id of each by its key in the file."""
    Boundary.objects.filter(person=person).delete()
    made = {one["key"]: Boundary(person=person, topic=one["topic"], drawn_at=moment(one["drawn_at"])) for one in told}
    Boundary.objects.bulk_create(made.values())
    BoundaryVersion.objects.bulk_create(
        BoundaryVersion(
            boundary=made[one["key"]],
            number=number,
            words=version["words"],
            why=version.get("why", ""),
            since_at=moment(version["since_at"]),
            until_at=moment(version["until_at"]) if version.get("until_at") else None,
        )
        for one in told
        for number, version in enumerate(one["versions"], 1)
    )
    return {key: one.public_id for key, one in made.items()}


def _work_page(person: Person, told: Mapping[str, Any], keys: Mapping[str, str]) -> None:
    names = {BOUNDARY + key: BOUNDARY + public_id for key, public_id in keys.items()}
    page, _made = WorkPage.objects.get_or_create(person=person)
    page.name, page.introduction, page.language = told["name"], told.get("introduction", ""), told["language"]
    page.chosen = [names.get(one, one) for one in told.get("chosen", [])]
    page.wordings = {names.get(one, one): dict(words) for one, words in told.get("wordings", {}).items()}
    if not page.is_online:
        _address(page, told)
    page.save()


def _room(person: Person, told: Mapping[str, Any]) -> None:
    kept = {"hours": "", "income": "", "energy": None} | fields_of(OwnRoom, ROOM, told)
    OwnRoom.objects.update_or_create(person=person, defaults=kept)


def _address(page: WorkPage, told: Mapping[str, Any]) -> None:
    slug = str(told.get("slug") or "")
    page.slug = slug if not page_name_fault(slug) and is_name_free(slug, page.person) else None
    page.reach, page.findable = told.get("reach", WorkPage.Reach.LINK), bool(told.get("findable"))
    page.link_token, page.link_hash = "", None
