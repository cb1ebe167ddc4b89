"""What Noor wrote about herself in the worlds of the tests: private things that differ, and a page online that does not."""

from __future__ import annotations

from datetime import datetime

from samenstroom.accounts.models import Person
from samenstroom.profiles.actions import work_page as page
from samenstroom.profiles.actions.boundaries import draw_boundary, reword_boundary
from samenstroom.profiles.actions.profile import choose_values, write_profile
from samenstroom.profiles.queries.work_page import work_page_of
from samenstroom.profiles.wording.work_page import draft_of


def own_profile(noor: Person, *, secret: str, now: datetime) -> dict[str, str]:
    """Her page goes online; after that profile, boundary and draft get what she keeps for herself."""
    write_profile(person=noor, vision="Tijd over voor wat telt.", now=now)
    boundary = draw_boundary(person=noor, topic="hours", words="Geen weekend.", why=secret, now=now)
    page.introduce(person=noor, name="Noor van Dalen", introduction="Dag.", language="nl")
    page.choose_pieces(person=noor, pieces=["vision", f"boundary-{boundary.public_id}"])
    mark = draft_of(work_page_of(noor)).mark
    page.put_online(person=noor, reach="public", slug="noor-van-dalen", findable=True, mark=mark, now=now)
    write_profile(person=noor, vision=secret, rates=secret, now=now)
    choose_values(person=noor, values=[{"own": secret[:40]}], now=now)
    reword_boundary(boundary=boundary, topic="price", words=secret, why="", now=now)
    page.introduce(person=noor, name="Noor", introduction=secret, language="en")
    page.word_piece(person=noor, piece="vision", text=f"{secret} anders")
    return {"boundary": boundary.public_id}
