"""Ellen looks along with Noor: one feeling and the feedback of the first table, the same in every world."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from samenstroom.accounts.models import Person
from samenstroom.adjusting.actions.companions import agree_companion
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.kit import tokens
from samenstroom.learning.actions.mentor_notes import write_note
from samenstroom.learning.actions.mentors import begin_mentorship, invite_mentor, mint_mentor_link
from samenstroom.learning.actions.shares import ask_both, show_item, show_kind
from samenstroom.learning.models import Mentorship

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def mentor(world: World, noor_keeps: Secrets) -> None:
    """What Ellen is shown, what both sides of the table agreed on, and others Noor asked and whom nobody knows."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    then = noor.now - timedelta(days=3)
    with tokens.seeded(430):
        world.ellen = Person.objects.create_user(
            "ellen@example.org", "een goed wachtwoord", name="Ellen Bakker", account_since=then, created_at=then
        )
    with tokens.seeded(431):
        made = invite_mentor(person=world.noor, name="Ellen Bakker", months=3, now=then)
        mint_mentor_link(mentorship=made, now=then)
        begin_mentorship(mentorship=made, mentor=world.ellen, now=then)
    made = Mentorship.objects.select_related("person", "mentor").get(pk=made.pk)
    with tokens.seeded(432):
        feeling = note_feeling(
            person=world.noor, collaboration=world.first, step=3, sussed=False, words="Dit mag Ellen lezen.",
            subject="", prediction="", percent=None, known_on=None, now=then,
        )  # fmt: skip
    with tokens.seeded(433):
        share = show_item(
            mentorship=made, kind="feelings", item=feeling.public_id, day=date(2026, 5, 9), collaboration=world.first,
            now=then,
        )  # fmt: skip
        show_kind(mentorship=made, kind="feedback", collaboration=world.first, only_now=False, now=then)
    with tokens.seeded(434):
        note = write_note(mentorship=made, by=world.ellen, words="Wat hielp?", is_question=True, now=then)
    with tokens.seeded(435):
        asked = ask_both(mentorship=made, visit=noor)
        agree_companion(companion=asked, seat=marleen.seat, now=noor.now)
    world.own |= {
        "mentorship": made.public_id, "mentor_share": share.public_id, "mentor_note": note.public_id,
        "shown_feeling": feeling.public_id, "companion": asked.public_id,
    }  # fmt: skip
    with tokens.seeded(436):
        for _number in range(noor_keeps.more):
            more = invite_mentor(person=world.noor, name=noor_keeps.remark, months=6, now=then)
            mint_mentor_link(mentorship=more, now=then)
            show_kind(mentorship=more, kind="feelings", collaboration=None, only_now=False, now=then)
