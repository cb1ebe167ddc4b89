"""Her own profile, for her alone."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.accounts.models import Person
from samenstroom.profiles.models import Profile

Value = str | dict[str, str]
"""One of her values: an id from the content file, or `{"own": "her own word"}`."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "values": ("values",),
    "flourish": ("flourish",),
    "ideal_client": ("ideal_client",),
    "vision": ("vision",),
    "expertise": ("expertise",),
    "left_to_others": ("left_to_others",),
    "working_style": ("channels", "response_time", "working_hours"),
    "rates": ("hourly_rate", "rates"),
}
"""The parts of a profile in the order in which they are asked, with the fields of each."""

FIELDS = tuple(name for part, names in PARTS.items() for name in names if part != "values")
"""Everything that is text."""


def profile_of(person: Person) -> Profile:
    """Her profile; an empty one that was never kept when she wrote nothing yet."""
    return Profile.objects.filter(person=person).first() or Profile(person=person)
