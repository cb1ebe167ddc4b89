"""Vandaag over several collaborations: three things at most, the most important first, and the rest at rest."""

from __future__ import annotations

from playwright.sync_api import expect

from samenstroom.accounts.models import Person
from samenstroom.checkins import actions as checkins
from samenstroom.collaborations.actions import make_link, start_collaboration
from samenstroom.collaborations.models import Collaboration
from samenstroom.flows.claiming import claim_by_code
from samenstroom.kit import clock
from tests import people
from tests.journeys.conftest import Time
from tests.journeys.someone import Someone


def test_three_things_at_most_over_all_collaborations(noor: Someone, time: Time) -> None:
    me = Person.objects.get(email="noor@voorbeeld.nl")
    lindenhof = Collaboration.objects.get()
    marleen = people.marleen_at(lindenhof)
    together = people.Together(lindenhof, me, marleen)
    people.agree_on_rhythm(together, weeks=2)
    tom_proposes_a_rhythm(me)
    alone_with_irene(me)
    for every in (4, 4, 3, 2):
        people.answer(together.round, together.noors_seat, now=clock.now(), appreciation="Dank je.")
        people.answer(together.round, together.marleens_seat, now=clock.now(), every=every)
        time.later(weeks=2)
    asks = noor.today()
    assert len(asks) == 3 and "De rest mag wachten." in noor.reads
    assert asks[0].startswith("Er veranderde iets voor Marleen")
    assert asks[1].startswith("Tom stelt een ritme voor")
    expect(noor.page.get_by_role("region", name="Je samenwerkingen").get_by_role("heading", level=3)).to_have_count(3)
    noor.looks("today")
    noor.page.get_by_text("Wat ook mag wachten").click()
    expect(noor.page.get_by_role("link", name="Tijd voor je eigen check-in over Irene")).to_be_visible()


def tom_proposes_a_rhythm(me: Person) -> None:
    """A second table: Tom sits down and proposes how often they look."""
    table = start_collaboration(
        by=me, name="Bakkerij Vos", other_name="Tom Vos", kind="client_va", country="NL", stage="start", origin="",
        now=clock.now(),
    )  # fmt: skip
    mine, his = table.seats.order_by("pk")
    minted = make_link(by=mine, other=his, channel="copy", now=clock.now())
    tom = claim_by_code(link=minted.link, code=people.CODE, language="nl", now=clock.now())
    checkins.propose_rhythm(seat=people.seat_of(tom, table), weeks=4, now=clock.now())


def alone_with_irene(me: Person) -> None:
    """A third: Irene does not take part, Noor looks by herself every week."""
    table = start_collaboration(
        by=me, name="Irene Hofman Coaching", other_name="Irene Hofman", kind="partner", country="NL", stage="agree",
        origin="", now=clock.now(),
    )  # fmt: skip
    checkins.set_own_rhythm(person=me, collaboration=table, weeks=1, today=clock.today())
