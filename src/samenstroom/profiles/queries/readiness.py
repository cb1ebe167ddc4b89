"""The page with her readiness test: hers to make, and open for everybody or for nobody."""

from __future__ import annotations

from samenstroom.accounts.models import Person
from samenstroom.profiles.models import ReadinessPage
from samenstroom.rules.page_names import page_name_fault


def readiness_page_of(person: Person) -> ReadinessPage | None:
    """Her own page, open or not."""
    return ReadinessPage.objects.filter(person=person).first()


def open_readiness_page(slug: str) -> ReadinessPage | None:
    """The page at this address, while it is open. Closed, unknown and no address at all are the same None."""
    if page_name_fault(slug.lower()):
        return None
    pages = ReadinessPage.objects.filter(closed_at=None, opened_at__isnull=False, person__is_active=True)
    return pages.select_related("person").filter(slug=slug.lower()).first()


def is_slug_taken(slug: str, person: Person) -> bool:
    """Whether somebody else has this address."""
    return ReadinessPage.objects.filter(slug=slug).exclude(person=person).exists()
