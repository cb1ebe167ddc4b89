"""The page "Zo werk ik": her own draft for her, what is online for whoever has the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from samenstroom.accounts.models import Person
from samenstroom.kit.tokens import token_hash
from samenstroom.profiles.models import WorkPage


@dataclass(frozen=True)
class Section:
    """One piece of the page: a title and its lines. `kind` is `text`, `list` or `ordered`."""

    title: str
    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PublicPage:
    """Exactly what a reader sees, and nothing else of who wrote it."""

    name: str
    language: str
    introduction: str
    sections: tuple[Section, ...]
    is_findable: bool


def work_page_of(person: Person) -> WorkPage:
    """Her page; one that was never kept when she did nothing with it yet."""
    found = WorkPage.objects.filter(person=person).first()
    return found or WorkPage(person=person, name=person.name, language=person.language)


def online_page(address: str) -> PublicPage | None:
    """The page that is online at this address now. Gone, never there or somebody's draft are all None."""
    by_name = Q(reach=WorkPage.Reach.PUBLIC, slug=address)
    by_link = Q(reach=WorkPage.Reach.LINK, link_hash=token_hash(address))
    online = WorkPage.objects.filter(published_at__isnull=False, offline_at=None)
    found = online.filter(by_name | by_link).first()
    return as_public(found.snapshot, is_public=found.reach == WorkPage.Reach.PUBLIC) if found else None


def as_public(snapshot: Mapping[str, Any], *, is_public: bool) -> PublicPage:
    """A snapshot as a record to show. Only a public page can be findable."""
    return PublicPage(
        name=snapshot["name"],
        language=snapshot["language"],
        introduction=snapshot["introduction"],
        sections=tuple(Section(one["title"], one["kind"], tuple(one["lines"])) for one in snapshot["sections"]),
        is_findable=is_public and bool(snapshot.get("findable")),
    )


def is_name_free(slug: str, person: Person) -> bool:
    """Whether this name for a page is hers, or nobody's."""
    return not WorkPage.objects.filter(slug=slug).exclude(person=person).exists()
