"""Who may see what behind the door of a person with an account: outsider, colleagues, and who only has a link."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.urls.converters import IntConverter

from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.checkins.models import Repair, Rhythm, Round
from samenstroom.collaborations.models import HistoryLine
from samenstroom.kit import clock
from samenstroom.rules.visibility import Circle
from samenstroom.watch.queries import noticed
from samenstroom.workspace.urls import addresses
from tests.worlds import NOW, Secrets, World, build_world

pytestmark = pytest.mark.django_db

NOTE, REMARK = "Ik twijfel of dit werkt.", "Mijn geheime opmerking."
KEPT = Secrets(
    private_lines=(NOTE,), own_stage="learn", origin="friends_family", remark=REMARK, has_draft=True,
    own_checkins=((5,) * 8, (5,) * 8, (5,) * 8, (5,) * 8, (1,) * 8), carrying_on=(1, 1),
)  # fmt: skip
AT_TABLE = [one for one in addresses if "collaboration" in one.pattern.converters]


@pytest.fixture
def world() -> World:
    with clock.frozen(NOW):
        return build_world(KEPT, Secrets())


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def parts_of(world: World) -> dict[str, Any]:
    """Real ids of things at Noor's first table, for every kind of part an address can have."""
    table = world.first
    return {
        "collaboration": table.public_id,
        "day": Round.objects.filter(collaboration=table).latest("number").opened_on,
        "number": 1,
        "person": world.karin.public_id,
        "link": PersonalLink.objects.filter(invitee__seat__collaboration=table)[0].public_id,
        "rhythm": Rhythm.objects.filter(collaboration=table)[0].public_id,
        "repair": Repair.objects.filter(collaboration=table)[0].public_id,
        "line": HistoryLine.objects.filter(collaboration=table, circle=Circle.PRIVATE.value)[0].public_id,
        "kind": "note",
        "step": "stilstaan",
        "mark": noticed(world.visit(world.noor, table))[0].mark,
    }


def addresses_of(world: World) -> list[str]:
    """The address of every page about Noor's first table."""
    parts = parts_of(world)
    return [
        reverse(
            f"workspace:{one.name}",
            kwargs={
                key: parts.get(key, 99 if isinstance(converter, IntConverter) else "onbekend")
                for key, converter in one.pattern.converters.items()
            },
        )
        for one in AT_TABLE
    ]


def texts_for(person: Person, addresses: list[str]) -> str:
    """Everything this person reads at these addresses."""
    client = signed_in(person)
    with clock.frozen(NOW):
        return "\n".join(client.get(one).content.decode() for one in addresses)


@pytest.mark.parametrize("who", ["ruben", "karin"])
def test_outsider_and_colleague_without_a_seat_find_nothing(world: World, who: str) -> None:
    client = signed_in(getattr(world, who))
    with clock.frozen(NOW):
        for address in addresses_of(world):
            assert client.get(address).status_code == 404, address
            assert client.post(address, {"channel": "copy"}).status_code == 404, address


def test_not_there_and_not_for_you_are_the_same_answer(world: World) -> None:
    client = signed_in(world.ruben)
    there = client.get(reverse("workspace:collaboration", args=[world.first.public_id])).content.decode()
    not_there = client.get(reverse("workspace:collaboration", args=["bestaatniet"])).content.decode()
    same = there.replace(world.first.public_id, "bestaatniet")
    assert "Deze pagina is er niet, of is niet voor jou." in there
    assert without_csrf(same) == without_csrf(not_there)


def without_csrf(html: str) -> str:
    return "\n".join(line for line in html.splitlines() if "csrfmiddlewaretoken" not in line)


def test_outsider_sees_nothing_of_others_on_her_own_pages(world: World) -> None:
    html = texts_for(world.ruben, [reverse("workspace:today"), reverse("workspace:collaborations")])
    assert "Linde" not in html and "Marleen" not in html


def test_link_holder_is_sent_to_her_own_door(world: World) -> None:
    client = signed_in(world.marleen)
    own_pages = [reverse(f"workspace:{name}") for name in ("today", "collaborations", "new", "me", "practice")]
    with clock.frozen(NOW):
        for address in [*own_pages, *addresses_of(world)]:
            assert client.get(address)["Location"] == reverse("portal:tables"), address


def test_a_visitor_is_sent_to_sign_in_whether_the_page_exists_or_not(world: World) -> None:
    for table in (world.first.public_id, "bestaatniet"):
        address = reverse("workspace:collaboration", args=[table])
        assert Client().get(address)["Location"] == f"{reverse('account_login')}?next={address}"


READ_ALONG = [
    "collaboration", "links", "colleagues", "own", "own_stage", "carrying_on",
    "shared", "logbook", "as_other", "stage", "rhythm", "checkins", "stream",
]  # fmt: skip


def test_colleague_with_a_seat_sees_the_shared_record_and_nothing_private(world: World) -> None:
    addresses = [reverse(f"workspace:{name}", args=[world.first.public_id]) for name in READ_ALONG]
    rounds = Round.objects.filter(collaboration=world.first).values_list("opened_on", flat=True)
    addresses += [reverse("workspace:checkin_reveal", args=[world.first.public_id, day]) for day in rounds]
    html = texts_for(world.kim, [*addresses, reverse("workspace:today"), reverse("workspace:collaborations")])
    assert "Tussen jou en Marleen" in html
    assert "Na zes uur wachten we tot de ochtend." in html
    for secret in (NOTE, REMARK, "vrienden of familie", "Voor jezelf sta je", "Je begon eraan", "Wat je eerder zei"):
        assert secret not in html, secret


def test_colleague_sees_that_answers_were_sent_and_is_not_asked_herself(world: World) -> None:
    html = texts_for(world.kim, [reverse("workspace:collaboration", args=[world.first.public_id])])
    assert "Jullie kant heeft geantwoord. Marleen nog niet." in html
    assert "Nu jij" not in html.split("In je binnenzak")[0]


def test_colleague_changes_nothing_for_her_side(world: World) -> None:
    client, table = signed_in(world.kim), world.first.public_id
    link = PersonalLink.objects.filter(invitee__seat__collaboration=world.first).latest("expires_at")
    acts = {
        reverse("workspace:link_make", args=[table]): {"channel": "copy"},
        reverse("workspace:link_withdraw", args=[table, link.public_id]): {},
        reverse("workspace:fresh_seat", args=[table]): {},
        reverse("workspace:colleague", args=[table, world.karin.public_id]): {},
    }
    before = (PersonalLink.objects.count(), world.first.seats.count())
    with clock.frozen(NOW):
        for address, fields in acts.items():
            assert client.post(address, fields)["Location"] == reverse("workspace:collaboration", args=[table])
        html = client.get(reverse("workspace:links", args=[table])).content.decode()
    link.refresh_from_db()
    assert (PersonalLink.objects.count(), world.first.seats.count()) == before
    assert link.withdrawn_at is None
    assert 'name="channel"' not in html and "Trek in" not in html


def test_what_noor_keeps_changes_nothing_on_the_pages_of_a_colleague(world: World) -> None:
    address = reverse("workspace:collaboration", args=[world.first.public_id])
    before = texts_for(world.kim, [address])
    HistoryLine.objects.filter(circle=Circle.PRIVATE.value).delete()
    world.noor.own_stages.all().delete()
    world.noor.personal_notes.all().delete()
    assert without_csrf(texts_for(world.kim, [address])) == without_csrf(before)


def test_private_finding_of_noor_is_not_there_for_her_colleague(world: World) -> None:
    private = [one for one in noticed(world.visit(world.noor, world.first)) if one.finding.audience == Circle.PRIVATE]
    assert private, "the world should hold a private finding"
    client = signed_in(world.kim)
    with clock.frozen(NOW):
        for one in private:
            address = reverse("workspace:finding", args=[world.first.public_id, one.mark])
            assert client.get(address).status_code == 404


def test_pages_about_links_hold_no_token(world: World) -> None:
    addresses = [reverse("workspace:links", args=[one.public_id]) for one in (world.first, world.alone)]
    html = texts_for(world.noor, addresses)
    for token in world.tokens.values():
        assert token not in html
    assert "/l/" not in html


def test_a_colleague_of_another_practice_cannot_be_shown_the_record(world: World) -> None:
    client = signed_in(world.noor)
    with clock.frozen(NOW):
        for stranger in (world.ruben, world.marleen):
            address = reverse("workspace:colleague", args=[world.first.public_id, stranger.public_id])
            assert client.post(address).status_code == 404


def test_page_titles_of_private_pages_tell_nothing(world: World) -> None:
    html = texts_for(world.noor, [reverse("workspace:carrying_on", args=[world.first.public_id])])
    title = html.split("<title>")[1].split("</title>")[0]
    assert title == "Eén vraag voor jezelf, Studio Linde – Samenstroom"


def test_a_date_that_is_no_date_is_not_found(world: World) -> None:
    address = f"/s/{world.first.public_id}/samenwerken/check-in/2026-13-40/"
    assert signed_in(world.noor).get(address).status_code == 404


def test_no_browser_keeps_a_page_of_hers(world: World) -> None:
    """On a shared computer the back button shows nothing after signing out."""
    noor = signed_in(world.noor)
    pages = ["today", "me", "feelings", "profile", "boundaries", "work_page", "readiness", "readiness_in", "room"]
    with clock.frozen(NOW):
        answers = [noor.get(reverse(f"workspace:{one}")) for one in pages]
        answers += [noor.get(address) for address in addresses_of(world)]
    kept = [
        one.request["PATH_INFO"] for one in answers if one.status_code == 200 and "no-store" not in one["Cache-Control"]
    ]
    assert kept == []
