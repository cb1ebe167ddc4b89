"""A lawyer from both ends: who asks behind her own door, the lawyer as a stranger with a link; and hostile hands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings

from samenstroom.agreements.models import AgreementDraft, LawyerLook, LawyerRemark, LawyerReview
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import as_message
from tests.doors.table_story import Door, door_of
from tests.features.agreements.lawyer_steps import drafting
from tests.people import Together, day, karin, ruben, together

pytestmark = pytest.mark.django_db

NOW = day(3)
ROOT = "afspreken/jurist/"
SAID, TEXT = "Dit artikel is te ruim.", "Tot ten hoogste tienduizend euro."


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def table() -> Together:
    return together(stage="agree", with_rhythm=False)


@pytest.fixture
def asker(table: Together) -> Door:
    """Noor's door; she writes an agreement and asked Sara to read along."""
    drafting(table.seen_by_noor(NOW))
    door = door_of(table.noor, table)
    door.post(ROOT, name="Sara Mulder", what="draft", words="Let op het geld.", days="7")
    return door


def the_one() -> LawyerReview:
    return LawyerReview.objects.get()


def link_from(asker: Door) -> str:
    page = asker.post(f"{ROOT}{the_one().public_id}/link/", channel="copy").content.decode()
    found = re.search(r"(/l/jurist/[^/<\s]+/)", page)
    assert found
    return found.group(1)


def opened(address: str) -> tuple[Client, str]:
    client = Client()
    assert client.get(address).status_code == 200
    response = client.post(address)
    assert response.status_code == 302
    return client, response.headers["Location"]


def body(response: HttpResponse) -> str:
    """The page, without the key of its form and the address that the language switch goes back to."""
    return re.sub(r'value="([A-Za-z0-9]{64}|/[^"]*/)"', "", response.content.decode())


def test_the_landing_page_says_who_asks_who_reads_and_who_runs_this(asker: Door) -> None:
    page = Client().get(link_from(asker)).content.decode()
    title = page.split("<title>")[1].split("</title>")[0]
    assert "Marleen" not in page and "Noor" not in title
    for words in ("Sara, Noor vraagt je om mee te lezen", "leest alleen Noor", "Let op het geld.",
                  "De link werkt tot donderdag 15 januari", "Deze plek wordt beheerd door", "versleuteld"):  # fmt: skip
        assert words in page, words


def test_a_preview_uses_up_nothing_and_is_no_look(asker: Door) -> None:
    address = link_from(asker)
    before = LawyerReview.objects.values().get()
    for _preview in range(3):
        assert Client().get(address).status_code == 200
    assert LawyerReview.objects.values().get() == before and not LawyerLook.objects.exists()


def test_asking_needs_a_name_and_a_text_and_keeps_what_was_typed(table: Together) -> None:
    door = door_of(table.noor, table)
    assert "Er is nog geen tekst om te lezen" in door.text(ROOT)
    drafting(table.seen_by_noor(NOW))
    refused = door.post(ROOT, name="", what="versie", words="Let op.", days="99").content.decode()
    for words in ("Vul de naam van de jurist in.", "Kies een tekst.", "Kies hoe lang de link werkt.", "Let op."):
        assert words in refused, words
    assert not LawyerReview.objects.exists()


def test_she_writes_per_clause_and_who_asked_takes_it_along(table: Together, asker: Door) -> None:
    sara, page = opened(link_from(asker))
    html = sara.get(page).content.decode()
    assert "In gewone taal:" in html and "Wat de controle vond voor Noor" in html
    refused = sara.post(page + "opmerking/fee/", {"words": "", "proposal": TEXT})
    assert refused.status_code == 422 and TEXT in refused.content.decode()
    for _twice in range(2):
        sara.post(page + "opmerking/fee/", {"words": SAID, "proposal": TEXT})
    sara.post(page + "opmerking/algemeen/", {"words": "Verder helder <b>.", "proposal": ""})
    assert "Verder helder &lt;b&gt;." in sara.get(page).content.decode()
    assert "Sara las je overeenkomst" in asker.client.get("/vandaag/").content.decode()
    here = f"{ROOT}{the_one().public_id}/"
    assert SAID in asker.text(here)
    assert "Sara las je overeenkomst" not in asker.client.get("/vandaag/").content.decode()
    remark = LawyerRemark.objects.get(proposal__isnull=False, pk=LawyerRemark.objects.order_by("pk")[0].pk)
    assert TEXT in asker.text(f"{here}{remark.public_id}/")
    assert asker.post(f"{here}{remark.public_id}/", text="").status_code == 422
    asker.post(f"{here}{remark.public_id}/", text=TEXT)
    fee = next(one for one in AgreementDraft.objects.get().content["clauses"] if one["code"] == "fee")
    assert fee["addition"] == TEXT and "In je concept" in asker.text(here)


def test_the_other_learns_nothing_until_a_remark_is_shared(table: Together, asker: Door) -> None:
    theirs = door_of(table.marleen, table)
    places = ("", "logboek/", "afspreken/overeenkomst/", "afspreken/opmerkingen/", "gedeeld/")
    before = [body(theirs.get(place)) for place in places]
    sara, page = opened(link_from(asker))
    sara.get(page)
    sara.post(page + "opmerking/fee/", {"words": SAID, "proposal": TEXT})
    assert [body(theirs.get(place)) for place in places] == before
    remark = LawyerRemark.objects.get()
    asker.post(f"{ROOT}{the_one().public_id}/{remark.public_id}/", do="share")
    html = theirs.text("afspreken/opmerkingen/")
    assert SAID in html and TEXT in html and "Sara" not in html and "Van een jurist. Gedeeld door Noor" in html
    theirs.post("afspreken/opmerkingen/", remark="onbekend")
    asker.post("afspreken/opmerkingen/", remark=table.collaboration.shared_remarks.get().public_id)
    assert SAID not in theirs.text("afspreken/opmerkingen/")


def test_reviewed_up_to_a_text_and_what_changed_since(asker: Door, table: Together) -> None:
    sara, page = opened(link_from(asker))
    text = the_one().texts.get().public_id
    assert sara.post(page, {"text": text, "name": ""}).status_code == 422
    sara.post(page, {"text": "een andere", "name": "mr. S. Mulder"})
    assert "Nagekeken tot en met concept 1 door" not in asker.text(f"{ROOT}{the_one().public_id}/")
    sara.post(page, {"text": text, "name": "mr. S. Mulder"})
    said = "Nagekeken tot en met concept 1 door mr. S. Mulder, op 8 januari 2026."
    assert said in asker.text(f"{ROOT}{the_one().public_id}/")
    asker.post("afspreken/opstellen/eigen/0/", title="Vakantie", text="Drie weken per jaar.")
    assert "Vakantie" not in sara.get(page).content.decode()
    asker.post(f"{ROOT}{the_one().public_id}/", do="give", what="draft")
    html = sara.get(page).content.decode()
    assert "Veranderd sinds wat je nakeek: Concept 1" in html and "<ins>Drie weken per jaar.</ins>" in html


def test_a_link_that_opens_nothing_looks_the_same_whatever_the_reason(table: Together, asker: Door) -> None:
    unknown = Client().get("/l/jurist/onbekend/")
    address = link_from(asker)
    sara, page = opened(address)
    seen = [Client().get(address), Client().post(address), Client().get(page), Client().get(page + "opmerking/fee/")]
    with clock.frozen(NOW + timedelta(days=8)):
        seen += [sara.get(address), sara.get(page), sara.post(page + "opmerking/fee/", {"words": "x"})]
    asker.post(f"{ROOT}{the_one().public_id}/", do="withdraw")
    seen += [sara.get(address), sara.get(page), sara.post(page, {"name": "x"}),
             sara.post(page + "opmerking/fee/", {"words": "x"})]  # fmt: skip
    assert {one.status_code for one in (unknown, *seen)} == {410}
    assert {body(one) for one in seen} == {body(unknown)}
    assert not LawyerRemark.objects.exists()


def test_a_second_device_needs_a_new_link_and_then_the_first_one_is_shut(asker: Door) -> None:
    first, page = opened(link_from(asker))
    first.post(page + "opmerking/fee/", {"words": SAID})
    second, again = opened(link_from(asker))
    assert again == page and SAID in second.get(page).content.decode()
    assert first.get(page).status_code == 410
    assert first.post(page + "opmerking/fee/", {"words": "x"}).status_code == 410


def test_the_key_of_one_lawyer_opens_nothing_of_another(asker: Door) -> None:
    sara, _page = opened(link_from(asker))
    other = the_one().public_id
    asker.post(ROOT, name="Piet Vos", what="draft", words="", days="7")
    piet = LawyerReview.objects.exclude(public_id=other).get().public_id
    assert sara.get(f"/jurist/{piet}/").status_code == 410
    assert sara.post(f"/jurist/{piet}/opmerking/fee/", {"words": "x"}).status_code == 410


def test_own_side_is_sent_home_and_the_other_side_sees_nothing(table: Together, asker: Door) -> None:
    address = link_from(asker)
    for person, status in ((table.noor, 403), (karin(colleague_of=table.noor), 403), (table.marleen, 410)):
        client = Client()
        client.force_login(person)
        assert {client.get(address).status_code, client.post(address).status_code} == {status}
    somebody = Client()
    somebody.force_login(ruben())
    assert somebody.get(address).status_code == 200 and the_one().claimed_at is None


def test_what_is_hers_is_not_there_for_anybody_else(table: Together, asker: Door) -> None:
    key = the_one().public_id
    stranger = door_of(ruben(), table)
    for rest in ("", f"{key}/", f"{key}/onbekend/"):
        assert stranger.get(ROOT + rest).status_code == 404
    assert stranger.post(f"{ROOT}{key}/link/", channel="copy").status_code == 404


def test_closing_this_device_and_throwing_all_of_it_away(asker: Door) -> None:
    sara, page = opened(link_from(asker))
    assert sara.get("/jurist/sluiten/").status_code == 405
    assert "Dit apparaat is dicht" in sara.post("/jurist/sluiten/").content.decode()
    assert sara.get(page).status_code == 410
    sara, page = opened(link_from(asker))
    asker.post(f"{ROOT}{the_one().public_id}/", do="discard")
    assert sara.get(page).status_code == 410 and not LawyerReview.objects.exists()


def test_the_mail_to_her_says_who_asks_and_not_about_whom(asker: Door) -> None:
    with override_settings(MAIL_MODE="preview"):
        here = f"{ROOT}{the_one().public_id}/link/"
        assert asker.post(here, channel="mail", email="geen").status_code == 422
        asker.post(here, channel="mail", email="sara@voorbeeld.nl")
        with clock.frozen(NOW + timedelta(hours=1)):
            asker.post(here, channel="mail", email="sara@voorbeeld.nl")
    kinds = list(OutgoingMail.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["lawyer_invitation", "lawyer_renewed"]
    text = str(as_message(OutgoingMail.objects.all()[0]).body)
    assert "Noor" in text and "Marleen" not in text and "geld" not in text and "/l/jurist/" in text
