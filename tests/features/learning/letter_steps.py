"""What makes mail around a mentor, in tests: through the real flows."""

from __future__ import annotations

from samenstroom.flows.mentors import ask_to_look_along, mail_mentor_link, tell_other
from samenstroom.learning.actions.mentors import invite_mentor
from tests.features.learning.steps import accompanied, ellen
from tests.people import Together, day


def lets_a_mentor_look_along(table: Together) -> None:
    """Noor mails a link, shows something twice on one day, and asks Marleen for a yes."""
    asked = invite_mentor(person=table.noor, name="Wim de Coach", months=3, now=day(0))
    mail_mentor_link(mentorship=asked, email="wim@voorbeeld.nl", now=day(0))
    made = accompanied(table.noor, ellen())
    for _ in range(2):
        tell_other(mentorship=made, by=table.noor, now=day(1))
    ask_to_look_along(mentorship=made, visit=table.seen_by_noor(day(1)))
