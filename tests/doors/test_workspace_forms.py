"""What a person fills in behind her own door: what becomes of it, and that wrong input costs her nothing."""

from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.accounts.practices import practice_of
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.collaborations.queries import note_of, own_stage_of
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.worlds import NOW, Secrets, World, build_world

pytestmark = pytest.mark.django_db

NEW = {
    "other_name": "Tom Akkerman", "name": "Buurtbakkers", "kind": "client_va", "country": "NL", "stage": "agree",
    "origin": "network",
}  # fmt: skip

EMPTY = {"csrfmiddlewaretoken": "x"}  # what a browser sends when nothing was chosen


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


def test_a_new_collaboration_keeps_its_origin_private(world: World) -> None:
    response = signed_in(world.noor).post(reverse("workspace:new"), NEW)
    made = Collaboration.objects.get(name="Buurtbakkers")
    assert response["Location"] == reverse("workspace:collaboration", args=[made.public_id])
    note = note_of(world.visit(world.noor, made))
    assert note is not None and note.origin == "network"
    page = signed_in(world.noor).get(response["Location"]).content.decode()
    assert "Via ons netwerk" in page.split('<section class="pocket"')[1]


def test_the_form_says_before_typing_who_will_see_what(world: World) -> None:
    html = signed_in(world.noor).get(reverse("workspace:new")).content.decode()
    shared, private = html.split('<section class="pocket"')
    assert shared.index("Van ons samen") < shared.index('name="other_name"')
    assert private.index("Alleen voor mij") < private.index('name="origin"')
    assert 'name="origin"' not in shared


def test_a_form_that_fails_keeps_what_was_typed(world: World) -> None:
    response = signed_in(world.noor).post(reverse("workspace:new"), {**NEW, "other_name": ""})
    html = response.content.decode()
    assert response.status_code == 422
    assert "<title>Fout:" in html
    assert 'value="Buurtbakkers"' in html and '<option value="network" selected>' in html
    assert 'href="#id_other_name"' in html and "Vul de naam van de ander in." in html
    assert not Collaboration.objects.filter(name="Buurtbakkers").exists()


def test_own_stage_moves_and_goes_along_again(world: World) -> None:
    client, address = signed_in(world.noor), at("own_stage", world.first)
    assert client.post(address, EMPTY).status_code == 422
    assert client.post(address, {"stage": "farewell"}).status_code == 302
    own = own_stage_of(world.visit(world.noor, world.first))
    assert own is not None and own.stage == "farewell"
    client.post(address, {"along": "1"})
    assert own_stage_of(world.visit(world.noor, world.first)) is None


def test_own_checkin_is_done_in_three_steps(world: World) -> None:
    client = signed_in(world.noor)
    first = client.get(at("own_step", world.alone, number=1)).content.decode()
    assert "Heel goed" in first and "Kan ik niet zeggen" in first
    assert client.post(at("own_step", world.alone, number=1), {"flow": "4"})["Location"] == at(
        "own_step", world.alone, number=2
    )
    assert client.post(at("own_step", world.alone, number=2), {"trust": "5"})["Location"] == at(
        "own_step", world.alone, number=3
    )
    assert client.post(at("own_step", world.alone, number=3), {"remark": "Fijn"})["Location"] == at("own", world.alone)
    home = client.get(at("collaboration", world.alone)).content.decode()
    assert "De laatste was op dinsdag 12 mei." in home


def test_own_checkin_without_an_answer_says_what_to_do(world: World) -> None:
    response = signed_in(world.noor).post(at("own_step", world.alone, number=1), {})
    assert response.status_code == 422
    assert "Kies hoe het stroomt." in response.content.decode()


def test_own_words_that_are_too_long_stay_in_the_field(world: World) -> None:
    text = "Dit is heel lang. " * 200
    response = signed_in(world.noor).post(at("own_step", world.alone, number=3), {"remark": text})
    assert response.status_code == 422
    assert text.strip() in response.content.decode()


def test_own_checkin_can_wait_halfway(world: World) -> None:
    client = signed_in(world.noor)
    client.post(at("own_step", world.alone, number=1), {"flow": "2", "later": "1"})
    assert "Je begon eraan." in client.get(at("collaboration", world.alone)).content.decode()
    assert 'value="2" id="id_flow_1" checked' in client.get(at("own_step", world.alone, number=1)).content.decode()


def test_the_monthly_question_can_be_answered_or_left(world: World) -> None:
    client, address = signed_in(world.noor), at("carrying_on", world.first)
    assert client.post(address, EMPTY).status_code == 422
    client.post(address, {"step": "2"})
    assert "Liever niet" in client.get(address).content.decode().split("Wat je eerder zei")[1]
    assert client.post(at("carrying_on_later", world.second))["Location"] == at("collaboration", world.second)


def test_a_link_is_shown_once(world: World) -> None:
    client = signed_in(world.noor)
    response = client.post(at("link_make", world.alone), {"channel": "whatsapp"})
    html = response.content.decode()
    token = html.split("/l/")[1].split("/")[0]
    assert "no-store" in response["Cache-Control"]
    assert "wa.me" in html and token in unquote(html.split('href="https://wa.me/')[1].split('"')[0])
    listed = client.get(at("links", world.alone)).content.decode()
    assert token not in listed and "Via WhatsApp op dinsdag 12 mei door Noor" in listed


def test_a_copy_can_be_withdrawn(world: World) -> None:
    client = signed_in(world.noor)
    link = PersonalLink.objects.filter(invitee__seat__collaboration=world.alone).latest("minted_at")
    client.post(at("link_withdraw", world.alone, link=link.public_id))
    link.refresh_from_db()
    assert link.withdrawn_at == NOW
    assert "Ingetrokken" in client.get(at("links", world.alone)).content.decode()


def test_a_link_of_another_table_cannot_be_withdrawn_from_here(world: World) -> None:
    link = PersonalLink.objects.filter(invitee__seat__collaboration=world.first)[0]
    address = at("link_withdraw", world.alone, link=link.public_id)
    assert signed_in(world.noor).post(address).status_code == 404


def test_without_mail_nobody_is_asked_for_an_address(world: World, settings: object) -> None:
    settings.MAIL_MODE = "off"  # type: ignore[attr-defined]
    assert 'type="email"' not in signed_in(world.noor).get(at("links", world.alone)).content.decode()


def test_with_mail_the_link_is_mailed_and_a_wrong_address_is_kept(world: World, settings: object) -> None:
    settings.MAIL_MODE = "preview"  # type: ignore[attr-defined]
    client, address = signed_in(world.noor), at("link_make", world.alone)
    wrong = client.post(address, {"channel": "mail", "email": "geen adres"})
    assert wrong.status_code == 422
    assert 'value="geen adres"' in wrong.content.decode() and "<title>Fout:" in wrong.content.decode()
    assert client.post(address, {"channel": "mail", "email": "irene@example.org"})["Location"] == at(
        "links", world.alone
    )
    assert OutgoingMail.objects.get(to_email="irene@example.org").kind == "invitation"


def test_a_new_start_makes_a_free_seat_after_reading_what_it_means(world: World) -> None:
    client = signed_in(world.noor)
    assert "gaat niet open" in client.get(at("fresh_seat", world.first)).content.decode()
    client.post(at("fresh_seat", world.first))
    assert Seat.objects.filter(collaboration=world.first, person=None).count() == 1
    assert "Marleen doet nog niet mee. Dat mag." in client.get(at("collaboration", world.first)).content.decode()


def test_a_colleague_reads_along_after_one_act(world: World) -> None:
    client = signed_in(world.noor)
    assert "Laat Karin meelezen" in client.get(at("colleagues", world.first)).content.decode()
    client.post(at("colleague", world.first, person=world.karin.public_id))
    assert signed_in(world.karin).get(at("collaboration", world.first)).status_code == 200


def test_settings_are_kept_and_shown_at_once(world: World) -> None:
    client = signed_in(world.noor)
    client.post(reverse("workspace:me"), {"name": "Noor D.", "language": "en", "theme": "dark"})
    html = client.get(reverse("workspace:me")).content.decode()
    assert '<html lang="en" data-theme="dark">' in html and 'value="Noor D."' in html
    assert client.post(reverse("workspace:me"), {"name": "", "language": "en"}).status_code == 422


def test_a_colleague_joins_the_practice_by_link(world: World) -> None:
    shown = signed_in(world.noor).post(reverse("workspace:practice_invite")).content.decode()
    token = shown.split("</textarea>")[0].split("/praktijk/")[-1].strip("/")
    client, address = signed_in(world.ruben), reverse("workspace:join", args=[token])
    assert "Kom je werken in Praktijk Noor van Dalen?" in client.get(address).content.decode()
    accept = client.post(address)["Location"]
    assert token not in accept
    assert "Ja, ik kom erbij" in client.get(accept).content.decode()
    assert client.post(accept)["Location"] == reverse("workspace:practice")
    gone = signed_in(world.kim).get(address)
    assert gone.status_code == 410 and "Deze link werkt niet meer" in gone.content.decode()


def test_who_leaves_a_practice_keeps_her_own_collaborations(world: World) -> None:
    client = signed_in(world.noor)
    refused = client.post(reverse("workspace:practice_leave"), follow=True)
    assert "Je bent de enige beheerder. Maak eerst een collega beheerder." in refused.content.decode()
    client.post(reverse("workspace:practice_member", args=[world.karin.public_id]), {"role": "administrator"})
    assert client.post(reverse("workspace:practice_leave"))["Location"] == reverse("workspace:me")
    assert practice_of(world.noor) is None
    assert client.get(reverse("workspace:practice")).status_code == 404
    assert client.get(at("collaboration", world.first)).status_code == 200
