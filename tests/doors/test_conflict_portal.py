"""What Marleen's pages say while Noor keeps, changes and seals: the same to the letter, as long as she shared nothing."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.test import Client

from samenstroom.adjusting.actions.blind import send_limit
from samenstroom.adjusting.actions.conflicts import give_together, keep_version
from samenstroom.adjusting.models import ConflictPart
from samenstroom.kit import clock
from tests.doors.portal_steps import copy_for, take_in_hand, with_code
from tests.features.adjusting.conflict_steps import VERSION, limits, opened
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db
ONCE = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


def come_in(table: Together) -> Client:
    """A browser in which Marleen opened a copy of her link with her code."""
    client = take_in_hand(copy_for(table))
    with_code(client, "portal:open")
    return client


def test_nothing_kept_changed_or_sealed_shows_on_the_others_pages() -> None:
    table = together(with_rhythm=False)
    conflict = opened(table, dimension="money")
    limits(table, conflict, "900", "500")
    limits(table, conflict, "800", None)
    give_together(conflict=conflict, seat=table.noors_seat, parts={"need": "Rust."}, now=day(3))
    with clock.frozen(day(4)):
        marleens = come_in(table)
        base = f"/kant/{table.collaboration.public_id}/bijsturen/meningsverschil/"
        here = f"{base}{conflict.public_id}/"
        pages = [base, here, *(here + part for part in ("vertellen/", "samen/", "stappen/", "bedrag/", "dossier/"))]

        def seen() -> list[str]:
            return [ONCE.sub("", marleens.get(page).content.decode()) for page in pages]

        def taken() -> bytes:
            return marleens.post(here + "dossier/", {"do": "json"}).content

        before, file = seen(), taken()
        keep_version(conflict=conflict, visit=table.seen_by_noor(day(4)), parts=VERSION)
        send_limit(conflict=conflict, seat=table.noors_seat, amount=Decimal("12.34"), now=day(4))
        give_together(conflict=conflict, seat=table.noors_seat, parts={"effect": "Moe."}, now=day(4))
        assert (seen(), taken()) == (before, file)
        assert "Rust." not in before[1] and b"900" not in file


def test_a_link_holder_has_no_button_to_keep_and_gives_what_she_sends() -> None:
    table = together(with_rhythm=False)
    conflict = opened(table)
    here = f"/kant/{table.collaboration.public_id}/bijsturen/meningsverschil/{conflict.public_id}/vertellen/"
    with clock.frozen(day(4)):
        marleens = come_in(table)
        assert "Bewaar het voor mij" not in marleens.get(here).content.decode()
        shown = marleens.post(here, {"need": "Rust.", "do": "keep"}).content.decode()
        assert "Precies deze woorden." in shown and "Bewaar het voor mij" not in shown
        assert not ConflictPart.objects.exists()
        marleens.post(here, {"need": "Rust.", "give": "need", "do": "give"})
    assert ConflictPart.objects.get().seat == table.marleens_seat
