"""What a mentor, or who has one, finds on Vandaag. It lies on no table, and each of the two is told only her own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.learning.models import Mentorship
from samenstroom.learning.queries.mentors import asking_of
from samenstroom.watch.item import Item


@dataclass(frozen=True)
class Accompanied:
    """What waits, and whether this person looks along with anybody."""

    items: list[Item]
    is_mentor: bool


def accompanied(person: Person, today: date) -> Accompanied:
    """One item per mentorship that asks something; one query."""
    found = asking_of(person, today)
    told = [(one, one.mentor_id == person.pk) for one in found]
    items = [_for_mentor(one) if is_mentor else _for_mentee(one) for one, is_mentor in told]
    return Accompanied([one for one in items if one], any(is_mentor for _one, is_mentor in told))


def _for_mentee(one: Mentorship) -> Item | None:
    name = {"name": one.first_name}
    if getattr(one, "has_question", False):
        title, line = _("%(name)s stelt je een vraag") % name, _("Antwoord wanneer het je uitkomt.")
        return _item(76, title, line, _("Lees de vraag"), "mentor", (("mentorship", one.public_id),))
    if getattr(one, "has_note", False):
        title, line = _("%(name)s schreef je") % name, _("Alleen jullie twee zien het.")
        return _item(58, title, line, _("Lees het"), "mentor", (("mentorship", one.public_id),))
    return None


def _for_mentor(one: Mentorship) -> Item | None:
    name, parts = {"name": one.person.first_name}, (("mentorship", one.public_id),)
    if getattr(one, "has_note", False):
        title, line = _("%(name)s schreef je") % name, _("Alleen jullie twee zien het.")
        return _item(76 if getattr(one, "has_question", False) else 58, title, line, _("Lees het"), "mentee", parts)
    if getattr(one, "has_new", False):
        title, line = _("%(name)s laat je iets nieuws zien") % name, _("Kijk wanneer het je uitkomt.")
        return _item(57, title, line, _("Kijk mee"), "mentee", parts)
    return None


def _item(weight: int, title: str, line: str, act: str, page: str, parts: tuple[tuple[str, object], ...]) -> Item:
    return Item(
        weight=weight, icon="eye", title=title, line=line, meta=_("Meekijken"), act=act, page=page, parts=parts,
        is_private=True, collaboration="",
    )  # fmt: skip
