"""What a professional does with the page of her readiness test. Nobody is told; no history is written."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from samenstroom.accounts.models import Person
from samenstroom.profiles.models import ReadinessPage
from samenstroom.rules.page_names import page_name_fault


class SlugTakenError(Exception):
    """Somebody else has this address already."""


class TextChangedError(Exception):
    """The text is not the one she was shown when she chose to put it on the page."""


def save_readiness_page(*, person: Person, slug: str, introduction: str, may_be_found: bool) -> ReadinessPage:
    """Her address, her text and whether search engines may list the page are kept. Her text stays hers for now.

    An open page moves to the new address at once. Refuses an address that does not fit (ValueError) and one that
    somebody else has (SlugTakenError).
    """
    if fault := page_name_fault(slug):
        raise ValueError(fault)
    kept = {"slug": slug, "introduction": introduction, "may_be_found": may_be_found}
    try:
        with transaction.atomic():
            page, _made = ReadinessPage.objects.update_or_create(person=person, defaults=kept)
    except IntegrityError as error:
        raise SlugTakenError from error
    return page


@transaction.atomic
def open_readiness_page(*, page: ReadinessPage, text: str, now: datetime) -> None:
    """Everybody with the address sees the page, with exactly this text. Again: the text on it is replaced.

    Refuses (TextChangedError) when `text` is not what she has written now, as after a change in another window.
    """
    kept = ReadinessPage.objects.select_for_update().get(pk=page.pk)
    if kept.introduction != text:
        raise TextChangedError
    kept.opened_at = kept.opened_at if kept.is_open else now
    kept.shown, kept.closed_at = text, None
    kept.save(update_fields=["shown", "opened_at", "closed_at"])


def close_readiness_page(*, page: ReadinessPage, now: datetime) -> None:
    """Nobody sees the page any more. What was sent to her stays hers. A page that is closed stays closed."""
    ReadinessPage.objects.filter(pk=page.pk, closed_at=None, opened_at__isnull=False).update(closed_at=now)
