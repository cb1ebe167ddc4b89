"""Marleen's own side behind her link: one act first, what both share, an account if she wants one, and stopping."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.checkins import actions
from samenstroom.checkins.models import Answer, Rhythm
from samenstroom.checkins.queries import answers_readable_by, rounds_of
from samenstroom.collaborations.actions import make_link, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.flows.rounds import sweep_rounds
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.visibility import Circle
from samenstroom.watch.actions import mark_seen
from samenstroom.watch.overview import reveal_key
from tests.people import CODE, PASSWORD, Together, answer, day, noor, seat_of, started, together

pytestmark = pytest.mark.django_db

NOW = day(1)


@pytest.fixture(autouse=True)
def now():
    with clock.frozen(NOW):
        yield


def come_in(table: Together) -> Client:
    """A browser in which Marleen opened a copy of her link with her code."""
    minted = make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=clock.now())
    client = Client()
    client.post(reverse("portal:link", args=[minted.token]))
    client.post(reverse("portal:open"), {"code": CODE})
    assert SESSION_KEY in client.session
    return client


def home_address(table: Together) -> str:
    return reverse("portal:collaboration", args=[table.collaboration.public_id])


def home(table: Together, client: Client | None = None):
    answered = (client or come_in(table)).get(home_address(table))
    assert answered.status_code == 200
    return answered


def act_of(table: Together) -> str:
    """What her page puts first."""
    return str(home(table).context["first"].act)


class TestOneActFirst:
    def test_a_check_in_that_waits_comes_first_with_the_name_of_who_answered(self) -> None:
        table = together()
        assert "Er staat een check-in voor je klaar" in home(table).content.decode()
        answer(table.round, table.noors_seat, flow=2, appreciation="Noors geheime dank")
        words = home(table).content.decode()
        assert "Noor heeft geantwoord. Nu jij." in words
        assert "Noors geheime dank" not in words

    def test_then_waiting_then_reading_what_opened_until_she_has_read_it(self) -> None:
        table = together()
        answer(table.round, table.marleens_seat)
        assert act_of(table) == "waiting"
        answer(table.round, table.noors_seat)
        assert act_of(table) == "read"
        view = rounds_of(table.seen_by_marleen(NOW))[0]
        mark_seen(person=table.marleen, key=reveal_key(view), now=NOW)
        assert act_of(table) == "calm"

    def test_a_rhythm_that_noor_proposed_is_accepted_with_one_button(self) -> None:
        table = together(with_rhythm=False)
        assert act_of(table) == "propose"
        rhythm = actions.propose_rhythm(seat=table.noors_seat, weeks=2, now=NOW)
        client = come_in(table)
        accept = reverse("portal:rhythm_accept", args=[table.collaboration.public_id, rhythm.public_id])
        words = home(table, client).content.decode()
        assert accept in words and "elke twee weken" in words
        client.post(accept)
        assert Rhythm.objects.get().accepted_at == NOW and act_of(table) == "answer"

    def test_her_own_proposal_is_no_act_of_hers(self) -> None:
        table = together(with_rhythm=False)
        actions.propose_rhythm(seat=table.marleens_seat, weeks=2, now=NOW)
        assert act_of(table) == "calm" and "ligt bij Noor" in home(table).content.decode()

    def test_an_agreement_asks_for_a_yes_and_later_for_a_look_back(self) -> None:
        table = together()
        for seat in (table.marleens_seat, table.noors_seat):
            answer(table.round, seat)
        mark_seen(person=table.marleen, key=reveal_key(rounds_of(table.seen_by_marleen(NOW))[0]), now=NOW)
        repair = actions.propose_repair(
            round_=table.round,
            seat=table.noors_seat,
            text="We bellen op maandag.",
            owner=None,
            look_back_on=date(2026, 1, 9),
            now=NOW,
        )
        client = come_in(table)
        assert home(table, client).context["first"].act == "agree"
        where = reverse("portal:repair_answer", args=[table.collaboration.public_id, repair.public_id])
        client.post(where, {"do": "agree"})
        assert act_of(table) == "calm" and "We bellen op maandag." in home(table, client).content.decode()
        with clock.frozen(day(4)):
            assert act_of(table) == "look_back"


class TestWhatTheTwoShare:
    def test_each_shared_page_is_one_step_away_and_the_footer_names_who_runs_this(self, settings) -> None:
        settings.OPERATOR_EMAIL = "beheer@voorbeeld.nl"
        table = together()
        words = home(table).content.decode()
        for name in ("stage", "stream", "checkins", "rhythm", "logbook", "log_choose", "shared", "as_other"):
            assert reverse(f"portal:{name}", args=[table.collaboration.public_id]) in words, name
        assert "Stichting De Beheerder" in words and "mailto:beheer@voorbeeld.nl" in words
        assert 'data-circle="shared"' in words and "Alleen voor mij" in words

    def test_nothing_noor_keeps_for_herself_is_anywhere_on_it(self) -> None:
        table = together()
        before = home(table).content
        note = "Ik twijfel over Marleen."
        write_line(seat=table.noors_seat, kind="note", now=NOW, circle=Circle.PRIVATE, note=note)
        actions.set_own_rhythm(person=table.noor, collaboration=table.collaboration, weeks=1, today=NOW.date())
        after = home(table).content
        assert note not in after.decode() and len(after) == len(before)

    def test_a_pattern_in_their_open_answers_is_told_calmly(self) -> None:
        table = together()
        for seat, trust in ((table.noors_seat, 5), (table.marleens_seat, 1)):
            answer(table.round, seat, trust=trust)
        page = home(table)
        assert all(not one.is_private for one in page.context["board"].findings)
        assert ("Een patroon, geen oordeel" in page.content.decode()) == bool(page.context["board"].findings)

    def test_her_link_says_until_when_it_works_and_that_this_device_stays_open(self) -> None:
        table = together()
        client = come_in(table)
        assert "Je link werkt tot dinsdag 20 januari." in home(table, client).content.decode()
        with clock.frozen(day(16)):
            assert "op dit apparaat blijf je gewoon binnen" in home(table, client).content.decode()

    def test_a_copy_nobody_used_yet_does_not_change_that_day(self) -> None:
        table = together()
        client = come_in(table)
        make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=day(5))
        assert "20 januari" in home(table, client).content.decode()

    def test_another_table_does_not_exist_for_her(self) -> None:
        table = together()
        elsewhere = started(table.noor, name="Andere opdracht")
        client = come_in(table)
        for name in ("collaboration", "checkins", "logbook", "shared", "as_other"):
            assert client.get(reverse(f"portal:{name}", args=[elsewhere.public_id])).status_code == 404
        assert "Andere opdracht" not in client.get(reverse("portal:tables"), follow=True).content.decode()


class TestThisDevice:
    def test_it_closes_with_a_button_only_and_no_page_is_kept_by_the_browser(self) -> None:
        table = together()
        client = come_in(table)
        assert "no-store" in home(table, client)["Cache-Control"]
        client.get(reverse("portal:sign_out"))
        assert SESSION_KEY in client.session
        client.post(reverse("portal:sign_out"))
        assert client.get(home_address(table)).url == reverse("portal:closed")
        assert client.get(reverse("portal:closed")).status_code == 403

    def test_someone_with_an_account_does_not_get_lost_behind_this_door(self) -> None:
        table = together()
        client = Client()
        client.force_login(table.noor)
        assert client.get(home_address(table)).url == reverse("workspace:today")


ACCOUNT = {"name": "Marleen de Vries", "email": "Marleen@Voorbeeld.nl", "password": "mijn lange nieuwe zin"}


class TestBecomingAnAccount:
    def test_everything_she_shared_and_wrote_stays_hers_and_the_workspace_opens(self) -> None:
        table = together()
        mine = answer(table.round, table.marleens_seat, remark="Voor mij", remark_choice="mine")
        client = come_in(table)
        assert client.post(reverse("portal:account"), ACCOUNT).url == reverse("workspace:today")
        person = Person.objects.get(pk=table.marleen.pk)
        assert person.has_account and person.email == "marleen@voorbeeld.nl"
        assert mine in answers_readable_by(person)
        assert seat_of(person, table.collaboration).pk == table.marleens_seat.pk
        today = client.get(reverse("workspace:today"))
        assert today.status_code == 200 and table.collaboration.name in today.content.decode()
        here = reverse("workspace:collaboration", args=[table.collaboration.public_id])
        assert client.get(here).status_code == 200

    def test_whoever_finds_her_browser_open_makes_no_account_of_it(self) -> None:
        table = together()
        found_open = come_in(table)
        with clock.frozen(NOW + timedelta(hours=1)):
            asked = found_open.post(reverse("portal:account"), ACCOUNT)
            assert asked.url.startswith(reverse("portal:prove"))
            assert not Person.objects.get(pk=table.marleen.pk).has_account
            found_open.post(asked.url, {"secret": CODE})
            assert found_open.post(reverse("portal:account"), ACCOUNT).url == reverse("workspace:today")

    def test_her_other_devices_sign_in_again_and_her_link_asks_for_the_password(self) -> None:
        table = together()
        here, elsewhere = come_in(table), come_in(table)
        here.post(reverse("portal:account"), ACCOUNT)
        assert elsewhere.get(home_address(table)).url == reverse("portal:closed")
        minted = make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=NOW)
        visitor = Client()
        visitor.post(reverse("portal:link", args=[minted.token]))
        assert visitor.get(reverse("portal:open")).url == reverse("account_login")
        signed_in = Client()
        signed_in.post(reverse("account_login"), {"login": ACCOUNT["email"].lower(), "password": ACCOUNT["password"]})
        assert signed_in.get(reverse("workspace:today")).status_code == 200

    def test_the_address_she_confirmed_at_the_claim_is_hers_to_use(self) -> None:
        table = together()
        Person.objects.filter(pk=table.marleen.pk).update(email="marleen@voorbeeld.nl", email_confirmed_at=NOW)
        assert come_in(table).post(reverse("portal:account"), ACCOUNT).status_code == 302
        assert Person.objects.get(pk=table.marleen.pk).email_confirmed_at == NOW

    def test_an_address_of_someone_else_or_a_short_password_is_refused_with_the_typed_words_kept(self) -> None:
        table = together()
        client = come_in(table)
        taken = client.post(reverse("portal:account"), {**ACCOUNT, "email": table.noor.email})
        short = client.post(reverse("portal:account"), {**ACCOUNT, "password": "kort"})
        assert (taken.status_code, short.status_code) == (422, 422)
        assert "Marleen de Vries" in taken.content.decode() and PASSWORD not in taken.content.decode()
        assert not Person.objects.get(pk=table.marleen.pk).has_account


class TestStopping:
    def test_she_reads_first_and_nothing_happens_until_the_button(self) -> None:
        table = together()
        client = come_in(table)
        words = client.get(reverse("portal:stop")).content.decode()
        assert "Wat nog dicht was of alleen van jou, blijft dicht." in words
        assert table.marleens_seat.person == table.marleen

    def test_her_links_and_her_other_devices_close_and_noor_only_reads_that_she_stopped(self) -> None:
        table = together()
        sealed = answer(table.round, table.marleens_seat, appreciation="dank", remark="geheim")
        here, elsewhere = come_in(table), come_in(table)
        token = make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=NOW).token
        stopped = here.post(reverse("portal:stop"))
        assert stopped.status_code == 200 and "Je bent gestopt" in stopped.content.decode()
        for client in (here, elsewhere):
            assert client.get(home_address(table)).url == reverse("portal:closed")
        assert Client().get(reverse("portal:link", args=[token])).status_code == 410
        assert not PersonalLink.objects.filter(withdrawn_at=None).exists()
        assert sealed not in answers_readable_by(table.noor)
        assert not Seat.objects.filter(person=table.marleen).exists()
        kinds = list(table.collaboration.lines.order_by("-pk").values_list("kind", "note")[:1])
        assert kinds == [("left", "")]

    def test_no_mail_goes_to_her_any_more(self, settings) -> None:
        settings.MAIL_MODE = "preview"
        table = together()
        Person.objects.filter(pk=table.marleen.pk).update(email="marleen@voorbeeld.nl")
        come_in(table).post(reverse("portal:stop"))
        sweep_rounds(now=NOW + timedelta(days=7))
        assert not OutgoingMail.objects.filter(to_email="marleen@voorbeeld.nl", cancelled_at=None).exists()

    def test_the_next_person_on_her_seat_does_not_see_what_she_had_sealed(self) -> None:
        table = together()
        answer(table.round, table.marleens_seat, appreciation="dank", remark="mijn geheim")
        come_in(table).post(reverse("portal:stop"))
        seat = Seat.objects.select_related("invitee", "party", "collaboration").get(
            collaboration=table.collaboration, person=None
        )
        token = make_link(by=table.noors_seat, other=seat, channel="copy", now=NOW).token
        client = Client()
        client.post(reverse("portal:link", args=[token]))
        client.post(reverse("portal:claim"), {"code": "een andere code"})
        step = reverse("portal:checkin_step", args=[table.collaboration.public_id, table.round.opened_on, 3])
        for page in (client.get(home_address(table)), client.get(step, follow=True)):
            assert page.status_code == 200 and "mijn geheim" not in page.content.decode()
        assert Answer.objects.get().person == table.marleen


def test_a_visitor_without_a_session_reads_how_to_come_in_whatever_she_asks() -> None:
    maker = noor()
    collaboration = started(maker)
    for name in ("tables", "account", "stop"):
        assert Client().get(reverse(f"portal:{name}")).url == reverse("portal:closed")
    assert Client().get(reverse("portal:collaboration", args=[collaboration.public_id])).url == reverse("portal:closed")
