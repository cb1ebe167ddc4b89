"""A farewell behind her own door: page by page, wrong input, two tabs, and nothing for the other until it is on record."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.farewell.actions.endings import announce_ending
from samenstroom.farewell.actions.farewells import let_go
from samenstroom.farewell.models import Ending, Farewell
from samenstroom.farewell.queries.farewells import farewell_of
from samenstroom.farewell.wording.farewells import farewell_texts
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.workspace.urls.farewell import STEPS
from tests.house.access_list import ENTRIES
from tests.worlds import NOW, Secrets, World, build_world

pytestmark = pytest.mark.django_db

NASTY = "مرحبا 🙂 <script>alert(1)</script>"
WAYS = [one["id"] for one in farewell_texts()["ways"]]


@pytest.fixture
def world() -> World:
    with clock.frozen(NOW):
        return build_world(Secrets(), Secrets())


@pytest.fixture(autouse=True)
def _stopped_clock() -> object:
    with clock.frozen(NOW):
        yield


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def at(name: str, table: Collaboration, **parts: object) -> str:
    return reverse(f"workspace:{name}", kwargs={"collaboration": table.public_id, **parts})


def begun(world: World, way: str = "one_side") -> Client:
    client = signed_in(world.noor)
    client.post(at("farewell", world.alone), {"way": way})
    return client


def own(world: World, table: Collaboration) -> Farewell:
    found = farewell_of(world.visit(world.noor, table))
    assert found is not None
    return found


def test_every_step_of_the_content_has_an_address() -> None:
    assert sorted(STEPS) == sorted(one["id"] for one in farewell_texts()["steps"])
    assert {one["id"] for way in farewell_texts()["ways"] for one in way["steps"]} == set(STEPS)


@pytest.mark.parametrize("way", WAYS)
def test_every_page_of_every_way_can_be_walked_with_nothing_filled_in_that_may_stay_empty(
    world: World, way: str
) -> None:
    client, table = begun(world, way), world.alone
    told = next(one for one in farewell_texts()["ways"] if one["id"] == way)
    steps = {one["id"]: one for one in farewell_texts()["steps"]}
    for one in told["steps"]:
        for number in range(1, len(steps[one["id"]]["pages"]) + 1):
            address = at("farewell_question", table, step=one["id"], number=number)
            assert client.get(address).status_code == 200, address
            given = {"decision": "Ik stop.", "outcome_sure": "go_on"}
            assert client.post(address, given).status_code == 302, address
        if not steps[one["id"]]["pages"]:
            client.post(at("farewell_step", table, step=one["id"]))
    hub = client.get(at("farewell", table)).content.decode()
    assert hub.count("</svg>Klaar</span>") == len(told["steps"])
    assert client.get(at("farewell_announce", table)).status_code == 200


def test_without_a_farewell_every_page_leads_to_the_beginning(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    for name, parts in (("farewell_step", {"step": "vertellen"}), ("farewell_told", {}), ("farewell_announce", {})):
        assert client.get(at(name, table, **parts))["Location"] == at("farewell", table)
    assert not Farewell.objects.filter(collaboration=table).exists()


def test_a_step_of_another_way_leads_to_her_own_list(world: World) -> None:
    client = begun(world, "unsafe")
    assert client.get(at("farewell_step", world.alone, step="gesprek"))["Location"] == at("farewell", world.alone)
    assert client.get(at("farewell_question", world.alone, step="veilig", number=1)).status_code == 404


@pytest.mark.parametrize(
    ("step", "number", "given", "told"),
    [
        ("zeker-weten", 1, {"look_again_on": "morgen"}, "Vul een datum in"),
        ("zeker-weten", 5, {"outcome_sure": ""}, "Kies wat nu het best past."),
        ("vertellen", 1, {"channel": "postduif"}, "Kies wat nu het best past."),
        ("vertellen", 3, {"notice-count": "1,5"}, "Vul een heel getal in"),
        ("vertellen", 3, {"notice-count": "-1"}, "Vul een heel getal in"),
        ("stilstaan", 2, {"tried": "x" * 50_000}, "Maak er maximaal 2000 tekens van."),
        ("bericht", 1, {"decision": "x" * 50_000}, "Maak er maximaal 600 tekens van."),
        ("bericht", 1, {"appreciation": "Fijn."}, "Schrijf hier iets"),
        ("gesprek", 3, {"who_what-2-what": "x" * 50_000}, "Maak er maximaal 200 tekens van."),
    ],
)
def test_wrong_input_is_said_kindly_and_keeps_what_was_typed(
    world: World, step: str, number: int, given: dict[str, str], told: str
) -> None:
    response = begun(world).post(at("farewell_question", world.alone, step=step, number=number), given)
    page = response.content.decode()
    assert response.status_code == 422 and told in page and "<title>Fout:" in page
    assert all(value in page for name, value in given.items() if name not in ("channel", "outcome_sure"))


def test_whatever_she_writes_is_shown_as_she_wrote_it_and_does_nothing(world: World) -> None:
    client, table = begun(world), world.alone
    client.post(at("farewell_question", table, step="stilstaan", number=3), {"good": NASTY})
    client.post(at("farewell_question", table, step="bericht", number=1), {"decision": NASTY})
    pages = [at("farewell_step", table, step="stilstaan"), at("farewell_letter", table, version="mail")]
    for address in (*pages, at("farewell_read", table, version="mail"), at("farewell_step", table, step="gesprek")):
        page = client.get(address).content.decode()
        assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page, address
        assert "مرحبا 🙂" in page
    letter = client.get(at("farewell_letter", table, version="app")).content.decode()
    link = re.search(r'href="https://wa.me/\?text=([^"]+)"', letter)
    assert link and NASTY in unquote(link[1])


def test_leaving_halfway_keeps_what_is_there_also_when_something_is_still_needed(world: World) -> None:
    client, table = begun(world), world.alone
    address = at("farewell_question", table, step="bericht", number=1)
    assert client.post(address, {"appreciation": "Fijn.", "later": "1"})["Location"] == at("farewell", table)
    assert "Fijn." in client.get(address).content.decode()


def test_an_early_last_day_gets_a_friendly_word_and_is_kept(world: World) -> None:
    client, table = begun(world), world.alone
    given = {"notice-count": "1", "notice-unit": "months", "notice-to_month_end": "on"}
    client.post(at("farewell_question", table, step="vertellen", number=3), given)
    client.post(at("farewell_question", table, step="vertellen", number=4), {"tell_on": "2026-05-20"})
    asks = client.get(at("farewell_question", table, step="vertellen", number=5)).content.decode()
    assert "op zijn vroegst 30 juni 2026" in asks
    client.post(at("farewell_question", table, step="vertellen", number=5), {"last_on": "2026-06-19"})
    page = client.get(at("farewell_step", table, step="vertellen")).content.decode()
    assert "Je laatste dag ligt voor 30 juni 2026" in page and "19 juni 2026" in page
    assert "Informatie, geen juridisch advies." in page and "bekend op 23 februari 2021" in page


def test_a_last_chance_is_offered_and_never_in_the_way(world: World) -> None:
    client, table = begun(world), world.alone
    page = at("farewell_step", table, step="stilstaan")
    client.post(at("farewell_question", table, step="stilstaan", number=4), {"last_chance": "never"})
    told = client.get(page).content.decode()
    assert "Een laatste kans mag ook" in told and at("talks", table) in told and "Verder: " in told
    client.post(at("farewell_question", table, step="stilstaan", number=4), {"last_chance": "given"})
    assert "Een laatste kans mag ook" not in client.get(page).content.decode()


def test_putting_the_end_on_record_shares_exactly_what_she_sees_and_once(world: World) -> None:
    client, table = begun(world), world.alone
    lines = HistoryLine.objects.count()
    page = client.get(at("farewell_announce", table)).content.decode()
    assert "Noor stopt met deze samenwerking." in page and lines == HistoryLine.objects.count()
    for _press in range(2):
        client.post(at("farewell_announce", table), {"last_on": "2026-06-30", "words": "Dank je wel."})
    ending = Ending.objects.get(collaboration=table)
    assert (ending.how, ending.words, str(ending.last_on)) == ("one_side", "Dank je wel.", "2026-06-30")
    assert HistoryLine.objects.count() == lines + 1


def test_what_is_unsafe_is_never_told_as_such(world: World) -> None:
    client, table = begun(world, "unsafe"), world.alone
    assert "Doe het alleen als dat voor jou veilig is." in client.get(at("farewell_announce", table)).content.decode()
    client.post(at("farewell_announce", table), {"last_on": "", "words": ""})
    assert Ending.objects.get(collaboration=table).how == "one_side"


@pytest.mark.parametrize("name", ["farewell", "farewell_way", "farewell_let_go", "farewell_announce", "farewell_told"])
def test_titles_give_nothing_away(world: World, name: str) -> None:
    page = begun(world, "unsafe").get(at(name, world.alone)).content.decode()
    title = re.search(r"<title>(.*?)</title>", page, flags=re.S)
    assert title and not re.search(r"afscheid|stopt|veilig|einde", title[1], flags=re.I)


def test_a_colleague_who_reads_along_cannot_put_it_on_record(world: World) -> None:
    client = signed_in(world.kim)
    client.post(at("farewell", world.first), {"way": "one_side"})
    client.post(at("farewell_announce", world.first), {"last_on": "", "words": "Weg."})
    assert not Ending.objects.filter(collaboration=world.first).exists()


def test_let_go_in_another_tab_loses_no_page_to_an_error(world: World) -> None:
    client, table = begun(world), world.alone
    let_go(farewell=own(world, table))
    response = client.post(at("farewell_question", table, step="stilstaan", number=2), {"tried": "Veel."})
    assert response["Location"] == at("farewell", table)


def test_aside_own_stage_and_letting_go_are_hers_alone(world: World) -> None:
    client, table = begun(world), world.alone
    client.post(at("farewell_stage", table))
    assert Collaboration.objects.get(pk=table.pk).stage == table.stage
    client.post(at("farewell_aside", table))
    assert own(world, table).is_aside and "Pak het weer op" in client.get(at("farewell", table)).content.decode()
    client.post(at("farewell_aside", table), {"up": "1"})
    assert not own(world, table).is_aside
    client.post(at("farewell_let_go", table))
    assert not Farewell.objects.filter(collaboration=table).exists()


def test_when_the_other_ended_it_the_page_says_so_calmly(world: World) -> None:
    seat = world.visit(world.marleen, world.second).seat
    announce_ending(seat=seat, how="one_side", last_on=None, words="", now=NOW)
    page = signed_in(world.noor).get(at("farewell", world.second)).content.decode()
    assert "Marleen liet weten dat het stopt" in page
    assert re.search(r'value="left"[^>]* checked', page)


def everything_of_marleen(world: World, client: Client) -> dict[str, str]:
    """Each page she can open behind her link, as she sees it in this browser of hers."""
    pages = {}
    for entry in ENTRIES:
        if entry.name.startswith("portal:") and "marleen" in entry.who and not entry.only_post:
            address = reverse(entry.name, kwargs=dict(entry.parts(world, "x")))
            text = client.get(address).content.decode()
            pages[address] = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)
    return pages


def test_nothing_moves_for_the_other_before_it_is_on_record(world: World) -> None:
    client, table = signed_in(world.noor), world.first
    hers = signed_in(world.marleen)
    everything_of_marleen(world, hers)  # what she saw is noted for her, once
    before, mails = everything_of_marleen(world, hers), OutgoingMail.objects.count()
    assert len(before) > 10
    acts: list[tuple[str, dict[str, object], dict[str, str]]] = [
        ("farewell_way", {}, {"way": "one_side"}),
        ("farewell_stage", {}, {}),
        (
            "farewell_question",
            {"step": "stilstaan", "number": 1},
            {"what": "no_match", "what_words": "Te veel avonden."},
        ),
        ("farewell_question", {"step": "zeker-weten", "number": 5}, {"outcome_sure": "go_on"}),
        ("farewell_question", {"step": "vertellen", "number": 5}, {"last_on": "2026-06-30"}),
        ("farewell_question", {"step": "bericht", "number": 1}, {"decision": "Ik stop."}),
        ("farewell_letter", {"version": "mail"}, {"text": "Beste Marleen, ik stop."}),
        ("farewell_held", {}, {"held_on": "2026-05-11", "agreed": "Alles gaat over."}),
        ("farewell_told", {}, {"told_on": "2026-05-11", "told_by": "call"}),
        ("farewell_lesson", {}, {"outcome": "calm", "lesson": "Eerder praten."}),
        ("farewell_aside", {}, {}),
    ]
    for name, parts, given in acts:
        assert client.post(at(name, table, **parts), given).status_code == 302, name
    assert everything_of_marleen(world, hers) == before
    assert OutgoingMail.objects.count() == mails
    client.post(at("farewell_announce", table), {"last_on": "2026-06-30", "words": "Dank je wel."})
    assert everything_of_marleen(world, hers) != before
