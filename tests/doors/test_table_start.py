"""Pages of the start behind both doors: wrong input, twice, after somebody else was first, and the calendar file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from samenstroom.exchanges.models import Exchange
from samenstroom.kit import clock
from samenstroom.planning.models import KickoffTalk, OwnKickoff, SharedGoal, WorkingAgreement
from samenstroom.profiles.models import Profile
from tests.doors.table_story import Door, door_of
from tests.features.planning.steps import LEADS, begun, goal, kinds, sends
from tests.people import Together, day, noor, started, together

pytestmark = pytest.mark.django_db

ROOT, WORK = "starten/startgesprek/", "starten/werkafspraken/"
SIDES = pytest.mark.parametrize("who", ["noor", "marleen"])
TYPED = ["🌊" * 100, "مرحبا بكم", "<script>alert(1)</script>", "twee\r\nregels", "100% & 'meer'"]


@pytest.fixture
def table() -> Iterator[Together]:
    with clock.frozen(day(3)):
        yield together(with_rhythm=False, stage="start")


def door(table: Together, who: str) -> Door:
    return door_of(getattr(table, who), table)


@SIDES
def test_either_side_begins_and_twice_is_one(table: Together, who: str) -> None:
    assert "legde de vragen voor jullie startgesprek klaar." in door(table, who).text(ROOT)
    for _ in range(2):
        assert door(table, who).post(ROOT).status_code == 302
    assert Exchange.objects.filter(purpose="kickoff").count() == 1


@SIDES
def test_every_page_of_the_envelopes_is_there_for_both(table: Together, who: str) -> None:
    rest = f"{ROOT}antwoorden/{begun(table).public_id}/"
    for page in ("", "1/", "2/", "3/", "versturen/"):
        assert door(table, who).get(rest + page).status_code == 200, page
    assert door(table, who).get(f"{rest}4/").status_code == 404
    for one in ("noor", "marleen"):
        door(table, one).post(f"{rest}1/", goal="leads", goal_why="Boekingen")
        assert door(table, one).post(f"{rest}versturen/").status_code == 302
    assert "Hier denken jullie gelijk" in door(table, who).text(rest)
    assert door(table, who).get(f"{rest}1/").status_code == 302, "nothing changes any more"


def test_what_is_in_an_envelope_stays_there_until_both_have_sent(table: Together) -> None:
    exchange = begun(table)
    before = door(table, "marleen").text(ROOT)
    sends(exchange, table.noors_seat, {**LEADS, "seen": "GEHEIM"})
    rest = f"{ROOT}antwoorden/{exchange.public_id}/"
    for page in (ROOT, rest, ""):
        assert "GEHEIM" not in door(table, "marleen").text(page)
    assert "Noor is klaar. Nu jij" in door(table, "marleen").text(ROOT) and "Nu jij" not in before
    door(table, "marleen").post(f"{rest}stoppen/")
    assert "GEHEIM" not in door(table, "marleen").text(rest) and "GEHEIM" in door(table, "noor").text(rest)
    door(table, "noor").post(f"{rest}vrijgeven/")
    assert "GEHEIM" in door(table, "marleen").text(rest)


@SIDES
@pytest.mark.parametrize(
    ("page", "data", "told"),
    [
        (f"{ROOT}doel/", {"about": "leads", "text": ""}, "Schrijf hier iets, al is het één zin."),
        (f"{ROOT}doel/", {"text": "Rust."}, "Kies waar deze zin over gaat."),
        (f"{ROOT}doel/", {"about": "niets", "text": "Rust."}, "Kies er een uit de lijst."),
        (f"{ROOT}doel/", {"about": "calm", "text": "x" * 301}, "Maak er maximaal 300 tekens van."),
        (f"{ROOT}agenda/", {"text": " "}, "Schrijf hier iets, al is het één zin."),
        (f"{ROOT}moment/", {"on": "morgen", "at": "10:00", "minutes": "60"}, "Vul een datum in"),
        (f"{ROOT}moment/", {"on": "2026-01-07", "at": "10:00", "minutes": "60"}, "Kies een moment dat nog komt."),
        (f"{ROOT}moment/", {"on": "2029-01-07", "at": "10:00", "minutes": "60"}, "Kies een datum binnen een jaar."),
        (f"{ROOT}moment/", {"on": "2026-02-07", "at": "tien", "minutes": "60"}, "Vul een tijd in"),
        (f"{ROOT}moment/", {"on": "2026-02-07", "at": "10:00", "minutes": "61"}, "Kies hoe lang het duurt."),
        (f"{ROOT}verslag/", {"held_on": "2026-02-07", "text": "Goed."}, "Kies vandaag of een dag die geweest is."),
        (f"{WORK}voorstel/", {}, "Vul iets in, al is het één ding."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    table: Together, who: str, page: str, data: dict[str, str], told: str
) -> None:
    response = door(table, who).post(page, **data)
    assert response.status_code == 422
    body = response.content.decode()
    typed = [value for name, value in data.items() if name in ("text", "on", "at", "held_on") and value.strip()]
    assert told in body and all(value in body for value in typed)
    assert not SharedGoal.objects.exists() and not KickoffTalk.objects.exists()


@pytest.mark.parametrize("typed", TYPED)
def test_everything_that_can_be_typed_is_kept_and_shown(table: Together, typed: str) -> None:
    mine = door(table, "noor")
    for page, data in (
        (f"{ROOT}doel/", {"about": "calm", "text": typed}),
        (f"{ROOT}agenda/", {"text": typed}),
        (f"{ROOT}moment/", {"on": "2026-02-07", "at": "10:00", "minutes": "60", "place": typed}),
        (f"{ROOT}verslag/", {"held_on": "2026-01-06", "text": typed}),
        (f"{WORK}voorstel/", {"urgent": typed}),
    ):
        assert mine.post(page, **data).status_code == 302, page
    for page in (ROOT, WORK):
        assert "<script>alert" not in door(table, "marleen").text(page)
    mine.post(f"{ROOT}moment/{KickoffTalk.objects.get().public_id}/", do="agree", sequence="0")
    door(table, "marleen").post(f"{ROOT}moment/{KickoffTalk.objects.get().public_id}/", do="agree", sequence="0")
    assert mine.get(f"{ROOT}moment/{KickoffTalk.objects.get().public_id}/agenda/").status_code == 200


def test_the_other_accepts_and_says_it_differently(table: Together) -> None:
    made = goal(table)
    theirs = door(table, "marleen")
    assert "Nu staat er:" in theirs.text(f"{ROOT}doel/?anders={made.public_id}")
    theirs.post(f"{ROOT}doel/?anders={made.public_id}", about="leads", text="Vijf aanvragen.")
    new = SharedGoal.objects.get(replaces=made.number)
    door(table, "noor").post(f"{ROOT}doel/{new.public_id}/", do="accept")
    assert "Van jullie allebei" in theirs.text(ROOT) and str(made.text) not in theirs.text(ROOT)
    assert theirs.get(f"{ROOT}doel/?anders={made.public_id}").status_code == 302, "that one is gone"
    for do in ("accept", "iets", ""):
        assert theirs.post(f"{ROOT}doel/{made.public_id}/", do=do).status_code == 302
    assert kinds(table.collaboration) == ["goal_proposed", "goal_proposed", "goal_accepted"]


def test_the_file_for_a_calendar_is_there_once_it_counts(table: Together) -> None:
    door(table, "noor").post(f"{ROOT}moment/", on="2026-02-07", at="10.30", minutes="30", place="Bij Marleen")
    rest = f"{ROOT}moment/{KickoffTalk.objects.get().public_id}/"
    assert door(table, "marleen").get(f"{rest}agenda/").status_code == 404
    door(table, "marleen").post(rest, do="agree", sequence="0")
    file = door(table, "marleen").get(f"{rest}agenda/")
    assert file["Content-Type"].startswith("text/calendar") and "gesprek.ics" in file["Content-Disposition"]
    assert b"SUMMARY:Gesprek" in file.content and b"Lindenhof" not in file.content
    door(table, "noor").post(rest, do="cancel")
    assert b"STATUS:CANCELLED" in door(table, "marleen").get(f"{rest}agenda/").content


def test_working_agreements_go_back_and_forth(table: Together) -> None:
    mine, theirs = door(table, "noor"), door(table, "marleen")
    mine.post(f"{WORK}voorstel/", channel_mail="Vragen", response_days="2", days=["mon", "tue"])
    assert "Noor stelt dit voor" in theirs.text(WORK)
    assert "Vragen" in theirs.text(f"{WORK}voorstel/"), "she begins with what lies there"
    theirs.post(f"{WORK}voorstel/", channel_mail="Vragen", response_days="1")
    mine.post(f"{WORK}{WorkingAgreement.objects.latest('pk').public_id}/", do="accept")
    for page in (mine.text(WORK), theirs.text(WORK)):
        assert "Zo werken jullie samen" in page and "Binnen een werkdag" in page
    gone = WorkingAgreement.objects.earliest("pk")
    assert theirs.post(f"{WORK}{gone.public_id}/", do="accept").status_code == 302
    assert kinds(table.collaboration) == ["working_proposed", "working_proposed", "working_accepted"]


def test_her_profile_is_shown_to_her_alone_and_nothing_goes_along(table: Together) -> None:
    Profile.objects.create(person=table.noor, response_time="Binnen een dag, GEHEIM")
    mine = door(table, "noor")
    assert "Binnen een dag, GEHEIM" in mine.text(f"{WORK}voorstel/")
    mine.post(f"{WORK}voorstel/", urgent="Dan bellen we.")
    for page in (WORK, f"{WORK}voorstel/"):
        assert "GEHEIM" not in door(table, "marleen").text(page)


def test_alone_everything_is_noted(table: Together) -> None:
    alone = Together(started(table.noor, name="Alleen", stage="start"), table.noor, table.marleen)
    mine = door_of(alone.noor, alone)
    mine.post(f"{ROOT}doel/", about="calm", text="Rust.")
    mine.post(f"{ROOT}moment/", on="2026-02-07", at="10:00", minutes="60")
    mine.post(f"{WORK}voorstel/", response_days="2")
    assert "Door jou genoteerd" in mine.text(ROOT) and "Dan praten jullie" in mine.text(ROOT)
    assert "Door jou genoteerd, nog niet bevestigd." in mine.text(WORK)


def page_of_marleen(table: Together) -> str:
    """What she reads, without the key of her form."""
    return re.sub(r'value="\w{64}"', "", door(table, "marleen").text(ROOT))


def test_her_preparation_is_kept_part_by_part_for_her_alone(table: Together) -> None:
    mine = door(table, "noor")
    before = page_of_marleen(table)
    assert mine.post(f"{ROOT}eigen/1/", goal_mine="GEHEIM", goal_guess="Bekend worden").status_code == 302
    assert mine.post(f"{ROOT}eigen/1/", goal_mine="x" * 2001).status_code == 422
    assert mine.get(f"{ROOT}eigen/9/").status_code == 404
    assert "GEHEIM" in mine.text(f"{ROOT}eigen/") and OwnKickoff.objects.count() == 1
    assert page_of_marleen(table) == before
    assert door(table, "marleen").get(f"{ROOT}eigen/").status_code == 404


@pytest.mark.parametrize(("stage", "is_offered"), [("explore", False), ("start", True), ("farewell", False)])
def test_it_is_offered_where_it_fits(stage: str, is_offered: bool) -> None:
    with clock.frozen(day(3)):
        person = noor()
        table = Together(started(person, stage=stage), person, person)
        assert ("Startgesprek" in door_of(person, table).text()) is is_offered
