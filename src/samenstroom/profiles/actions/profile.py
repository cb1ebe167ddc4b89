"""What she writes about herself. Only for her: nobody is told, no history is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.profiles.models import Profile
from samenstroom.profiles.queries.profile import FIELDS, Value
from samenstroom.rules.ordering import moved, picked

MOST_VALUES = 7


class TooManyValuesError(ValueError):
    """Seven values at most: more is no order any more."""


@transaction.atomic
def write_profile(*, person: Person, now: datetime, **fields: str) -> None:
    """These fields say this now; the others stay as they are. Raises TypeError for a field that does not exist."""
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a profile has no {', '.join(sorted(unknown))}")
    _keep(_locked(person), now, **fields)


@transaction.atomic
def choose_values(*, person: Person, values: Sequence[Value], now: datetime) -> None:
    """These are her values. What she had keeps its order, new ones come after. Raises TooManyValuesError."""
    profile = _locked(person)
    chosen = picked(profile.values, list(values))
    if len(chosen) > MOST_VALUES:
        raise TooManyValuesError
    _keep(profile, now, values=chosen)


@transaction.atomic
def order_value(*, person: Person, value: Value, to: int, now: datetime) -> None:
    """This value stands on place `to` (counted from 0). Twice is the same as once; an unknown value changes nothing."""
    profile = _locked(person)
    _keep(profile, now, values=moved(profile.values, value, to))


def _locked(person: Person) -> Profile:
    """Her profile, made when there is none yet, locked for who writes in another tab."""
    Profile.objects.get_or_create(person=person)
    return Profile.objects.select_for_update().get(person=person)


def _keep(profile: Profile, now: datetime, **fields: object) -> None:
    changed = {name: value for name, value in fields.items() if getattr(profile, name) != value}
    for name, value in changed.items():
        setattr(profile, name, value)
    if changed:
        profile.changed_at = now
        profile.save(update_fields=[*changed, "changed_at"])
