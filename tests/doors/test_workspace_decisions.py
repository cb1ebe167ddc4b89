"""Deciding behind her own door: step by step, wrong input, pressed twice, and pages that hold their tongue."""

from __future__ import annotations

import re
from decimal import Decimal
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.exploring.actions.room import save_asked
from samenstroom.exploring.models import Decision, Feeling
from samenstroom.exploring.queries.decisions import newest_decision
from samenstroom.kit import clock
from samenstroom.watch.actions import keep_shown, set_aside
from samenstroom.watch.queries import noticed
from tests.worlds import NOW, Secrets, World, build_world

pytestmark = pytest.mark.django_db

NASTY = "مرحبا 🙂 <script>alert(1)</script>"
WHY = {"why": "Mooi werk, maar wel met afspraken.", "own": "Wie beslist er?\nBeginnen zonder handtekening."}


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


def decides(client: Client, table: Collaboration, choice: str = "go", **given: str) -> str:
    """Through all pages; gives the address of what was decided."""
    client.post(at("decision", table), {"feeling": given.get("feeling", "Rustig.")})
    client.post(at("decision_step", table, number=1), {"choice": choice})
    client.post(at("decision_step", table, number=2), {**WHY, **given})
    client.post(at("decision_step", table, number=3), {"percent": "60", "look_back_on": "2026-11-12"})
    return str(client.post(at("decision_step", table, number=4))["Location"])


def newest(world: World, table: Collaboration) -> Decision:
    found = newest_decision(world.visit(world.noor, table))
    assert found is not None
    return found


def test_deciding_goes_in_four_steps_and_keeps_each(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    assert client.post(at("decision", table), {"feeling": "Blij."})["Location"] == at("decision_step", table, number=1)
    assert client.get(at("decision_step", table, number=3))["Location"] == at("decision_step", table, number=1)
    client.post(at("decision_step", table, number=1), {"choice": "go"})
    later = client.post(at("decision_step", table, number=2), {**WHY, "later": "1"})
    assert later["Location"] == at("explore", table)
    assert "Je begon eraan. Ga verder waar je was." in client.get(at("explore", table)).content.decode()
    client.post(at("decision_step", table, number=3), {"percent": "60", "look_back_on": "2026-11-12"})
    check = client.get(at("decision_step", table, number=4)).content.decode()
    for told in ("Blij.", "Mooi werk, maar wel met afspraken.", "Wie beslist er?", "60 procent", "12 november 2026"):
        assert told in check
    made = client.post(at("decision_step", table, number=4))["Location"]
    page = client.get(made).content.decode()
    assert "Jouw besluit van 12 mei 2026" in page and "Beginnen zonder handtekening." in page
    assert "Je koos op 12 mei 2026: Ja." in client.get(at("explore", table)).content.decode()


def test_pressing_twice_makes_one_decision(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    made = decides(client, table)
    again = client.post(at("decision_step", table, number=4))
    assert again["Location"] == made
    assert Decision.objects.filter(collaboration=table).count() == 1


@pytest.mark.parametrize(
    ("number", "given", "told"),
    [
        (1, {"choice": ""}, "Kies één van de vier."),
        (1, {"choice": "maybe"}, "Kies één van de vier."),
        (2, {"why": ""}, "Schrijf hier iets, al is het één zin."),
        (2, {"why": "x" * 50_000}, "Maak er maximaal 2000 tekens van."),
        (3, {"percent": "", "look_back_on": "2026-11-12"}, "Een gok is goed."),
        (3, {"percent": "60", "look_back_on": "2026-05-12"}, "Kies een datum na vandaag."),
        (3, {"percent": "60", "look_back_on": "2029-05-12"}, "Kies een datum binnen twee jaar."),
        (3, {"percent": "60", "look_back_on": "straks"}, "Vul een datum in"),
    ],
)
def test_wrong_input_is_said_kindly_and_keeps_what_was_typed(
    world: World, number: int, given: dict[str, str], told: str
) -> None:
    client, table = signed_in(world.noor), world.alone
    client.post(at("decision", table), {"feeling": ""})
    client.post(at("decision_step", table, number=1), {"choice": "go"})
    if number == 3:
        client.post(at("decision_step", table, number=2), WHY)
    response = client.post(at("decision_step", table, number=number), given)
    page = response.content.decode()
    assert response.status_code == 422
    assert told in page and "<title>Fout:" in page
    assert all(value in page for name, value in given.items() if name != "choice")


def test_a_no_needs_no_estimate(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    client.post(at("decision", table), {"feeling": ""})
    client.post(at("decision_step", table, number=1), {"choice": "no"})
    client.post(at("decision_step", table, number=2), WHY)
    response = client.post(at("decision_step", table, number=3), {"percent": "", "look_back_on": "2026-11-12"})
    assert response["Location"] == at("decision_step", table, number=4)


def test_a_line_she_ticked_stays_a_worry_when_its_source_goes(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    client.post(reverse("workspace:feelings"), {"step": "2", "about": table.public_id, "words": "Moe."})
    client.post(at("decision", table), {"feeling": ""})
    client.post(at("decision_step", table, number=1), {"choice": "go"})
    page = client.get(at("decision_step", table, number=2)).content.decode()
    mark = re.search(r'name="picked" value="(\w+)"', page)
    assert mark is not None
    client.post(at("decision_step", table, number=2), {"why": "Toch.", "picked": mark[1], "own": ""})
    Feeling.objects.filter(collaboration=table).delete()
    page = client.get(at("decision_step", table, number=2)).content.decode()
    assert "Moe." in page and f'value="{mark[1]}" id="id_picked_0" checked' in page


def test_whatever_she_writes_is_shown_as_she_wrote_it_and_does_nothing(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    made = decides(client, table, "no", why=NASTY, own=NASTY, feeling=NASTY)
    found = newest(world, table)
    client.post(at("decline", table, decision=found.public_id), {"decision": NASTY, "reason": NASTY})
    pages = [made, at("decision", table), at("explore", table), at("insight", table), at("keeping", table),
             at("decline", table, decision=found.public_id),
             at("decline_text", table, decision=found.public_id, version="lang-mail"),
             at("decline_talk", table, decision=found.public_id)]  # fmt: skip
    for address in pages:
        page = client.get(address).content.decode()
        assert "<script>alert" not in page, address
    assert "مرحبا 🙂 &lt;script&gt;" in client.get(made).content.decode()
    assert newest(world, table).why == NASTY


def test_no_title_says_what_she_decided(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    made = decides(client, table, "no")
    key = newest(world, table).public_id
    names = ["decision_look", "decline", "decline_talk", "decline_told"]
    pages = [made, *(at(name, table, decision=key) for name in names)]
    for address in [*pages, *(at(name, table) for name in ("explore", "decision", "keeping", "let_go", "insight"))]:
        title = re.search(r"<title>(.*?)</title>", client.get(address).content.decode(), re.DOTALL)
        assert title is not None
        assert not re.search(r"\b(nee|niet nu|afwij|Irene)\b", title[1], re.IGNORECASE), title[1]


def test_her_text_is_kept_as_a_draft_and_the_app_sends_nothing(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    decides(client, table, "no")
    key = newest(world, table).public_id
    assert client.post(at("decline", table, decision=key), {"wish": "Veel geluk."}).status_code == 422
    client.post(at("decline", table, decision=key), {"decision": "Ik doe het niet.", "wish": "Veel geluk."})
    letter = at("decline_text", table, decision=key, version="kort-app")
    page = client.get(letter).content.decode()
    assert "Hoi Irene,\n\nIk doe het niet.\n\nVeel geluk.\n\nGroet, Noor" in page
    client.post(letter, {"text": "Hoi Irene,\r\n\r\nSorry, het spijt me. Misschien ooit."})
    page = client.get(letter).content.decode()
    assert "Sorry, het spijt me. Misschien ooit." in page
    assert "Je zegt vaak sorry" in page and "Hier kan de ander hoop uit halen" in page
    whatsapp = re.search(r'href="https://wa.me/\?text=([^"]+)"', page)
    mail = re.search(r'href="mailto:\?subject=([^&]+)&amp;body=([^"]+)"', page)
    assert whatsapp and unquote(whatsapp[1]) == "Hoi Irene,\n\nSorry, het spijt me. Misschien ooit."
    assert mail and unquote(mail[1]) == "Over onze samenwerking" and unquote(mail[2]) == unquote(whatsapp[1])
    client.post(letter, {"again": "1", "text": "weg"})
    assert "Ik doe het niet." in client.get(letter).content.decode()
    assert not HistoryLine.objects.filter(collaboration=table).exclude(kind="collaboration_started").exists()
    assert client.get(at("decline_text", table, decision=key, version="te-lang")).status_code == 404


def test_she_notes_that_she_told_it(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    made = decides(client, table, "later")
    told = at("decline_told", table, decision=newest(world, table).public_id)
    assert client.post(told, {"told_on": "2026-05-13"}).status_code == 422
    client.post(told, {"told_on": "2026-05-11"})
    assert "Je vertelde het op 11 mei 2026." in client.get(made).content.decode()


def test_after_a_yes_there_is_nothing_to_tell_and_something_to_take_along(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    page = client.get(decides(client, table)).content.decode()
    key = newest(world, table).public_id
    assert "Neem je zorgen mee naar het begin" in page and "Schrijf een bericht" not in page
    assert client.get(at("decline", table, decision=key)).status_code == 404
    share = at("worry_share", table, decision=key, number=0)
    assert client.post(share, {"text": "", "place": "kickoff"}).status_code == 422
    for _ in range(2):
        client.post(share, {"text": "Wie beslist er als jij er niet bent?", "place": "kickoff"})
    (line,) = HistoryLine.objects.filter(collaboration=table, kind="point_for_kickoff")
    assert line.note == "Wie beslist er als jij er niet bent?"
    assert client.get(at("worry_share", table, decision=key, number=9)).status_code == 404


def test_a_colleague_who_reads_along_puts_nothing_on_the_table(world: World) -> None:
    client, table = signed_in(world.kim), world.first
    page = client.get(decides(client, table)).content.decode()
    assert "Neem je zorgen mee" not in page and "Zet jullie samenwerking op Afspreken" not in page
    mine = newest_decision(world.visit(world.kim, table))
    assert mine is not None
    client.post(at("worry_share", table, decision=mine.public_id, number=0), {"text": "Iets.", "place": "kickoff"})
    client.post(at("decision_go_on", table, decision=mine.public_id))
    assert not HistoryLine.objects.filter(kind="point_for_kickoff").exists()
    assert not HistoryLine.objects.filter(author=world.kim).exists()


def test_going_on_together_is_an_act_of_its_own_and_never_goes_back(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    Collaboration.objects.filter(pk=table.pk).update(stage="explore")
    decides(client, table)
    go_on = at("decision_go_on", table, decision=newest(world, table).public_id)
    assert "Zet onze samenwerking op Afspreken" in client.get(go_on).content.decode()
    assert Collaboration.objects.get(pk=table.pk).stage == "explore"
    client.post(go_on)
    assert Collaboration.objects.get(pk=table.pk).stage == "agree"
    Collaboration.objects.filter(pk=table.pk).update(stage="work")
    client.post(go_on)
    assert Collaboration.objects.get(pk=table.pk).stage == "work"


def test_after_a_no_she_sees_until_when_it_is_kept_and_can_change_that(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    assert "Er loopt nu geen termijn." in client.get(at("keeping", table)).content.decode()
    decides(client, table, "no")
    assert "Bewaard tot en met 12 mei 2028" in client.get(at("keeping", table)).content.decode()
    assert client.post(at("keeping", table), {"months": "500"}).status_code == 422
    client.post(at("keeping", table), {"months": "12"})
    page = client.get(at("keeping", table)).content.decode()
    assert "Bewaard tot en met 12 mei 2027" in page and 'value="12" id="id_months_0" checked' in page


def test_throwing_away_asks_first(world: World) -> None:
    client, table = signed_in(world.noor), world.alone
    decides(client, table, "no")
    assert "Je krijgt het niet terug." in client.get(at("let_go", table)).content.decode()
    assert Decision.objects.filter(collaboration=table).exists()
    for _ in range(2):
        assert client.post(at("let_go", table))["Location"] == at("explore", table)
    assert not Decision.objects.filter(collaboration=table).exists()


def test_insight_holds_everything_of_hers_and_nothing_of_anyone_else(world: World) -> None:
    save_asked(
        person=world.noor, collaboration=world.first, hours=None, income=Decimal(1200), energy=1, starts_on=None,
        is_running=False, now=NOW,
    )  # fmt: skip
    seen = world.visit(world.noor, world.first)
    set_aside(shown=keep_shown(visit=seen, noticed=noticed(seen)[0]), reason="Ze is ziek geweest.", now=NOW)
    page = signed_in(world.noor).get(at("insight", world.first)).content.decode()
    for part in ("Besluiten", "Gevoel", "Gesprekken die je voorbereidde", "Je eigen ruimte", "Signalen die je bekeek"):
        assert f">{part}</h2>" in page
    assert "geheim" in page and "Kost me veel" in page and "Ze is ziek geweest." in page
    kim = signed_in(world.kim).get(at("insight", world.first)).content.decode()
    assert "geheim" not in kim and "Hier staat nog niets" in kim


def test_the_page_about_writing_is_open_to_everybody_and_linked(world: World) -> None:
    page = Client().get(reverse("about_others")).content.decode()
    assert "AVG, artikel 15" in page and "geen juridisch advies" in page
    link = f'href="{reverse("about_others")}"'
    assert link in Client().get(reverse("privacy")).content.decode()
    assert link in signed_in(world.noor).get(at("explore", world.first)).content.decode()
