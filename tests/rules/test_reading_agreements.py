"""Reading an agreement: clauses on the words they rest on, titles, numbers; and what it must not do."""

from __future__ import annotations

import time

import pytest

from samenstroom.agreements.rulebook import all_terms, clause_codes
from samenstroom.agreements.wording.reading_rules import agreement_rules
from samenstroom.rules.reading_agreements import Presence, Reading, TemplateError, read_agreement, reading_rules
from samenstroom.rules.reading_agreements.quantities import amount
from samenstroom.rules.reading_agreements.sections import heads, unwrapped
from tools.reading import FROZEN, LEVELS, OWN, agreements, figures, read_all

UNITS = {"days": "days", "weeks": "weeks", "months": "months", "hours": "working_hours", "money": "eur"}


def read(text: str, language: str | None = "nl") -> Reading:
    return read_agreement(text, language, agreement_rules())


def level(text: str, code: str, language: str | None = "nl") -> Presence:
    return next(one.presence for one in read(text, language).clauses if one.code == code)


def terms(text: str, language: str | None = "nl") -> dict[str, str]:
    return {one.name: one.value for one in read(text, language).terms}


@pytest.mark.parametrize(
    ("text", "code", "is_there"),
    [
        ("Betaling binnen 14 dagen na factuurdatum.", "invoicing", Presence.PRESENT),
        ("Facturen worden betaald binnen een redelijke termijn.", "invoicing", Presence.UNCLEAR),
        ("De factuur volgt per maand.", "invoicing", Presence.UNCLEAR),
        ("Opzeggen kan met een termijn van één maand.", "termination", Presence.PRESENT),
        ("Opzeggen kan in onderling overleg.", "termination", Presence.UNCLEAR),
        ("Er geldt geen concurrentiebeding.", "non_compete", Presence.ABSENT),
        ("Je mag ook voor concurrenten werken.", "non_compete", Presence.ABSENT),
        ("Opdrachtnemer werkt een jaar niet voor concurrenten.", "non_compete", Presence.PRESENT),
        ("Het tarief bespreken we later.", "fee", Presence.UNCLEAR),
        ("Het uurtarief is € 65.", "fee", Presence.PRESENT),
        ("De hond mag mee naar kantoor.", "fee", Presence.ABSENT),
    ],
)
def test_a_clause_is_there_unclear_or_absent(text: str, code: str, is_there: Presence) -> None:
    assert level(text, code) is is_there


def test_each_clause_stands_once_in_the_order_of_an_agreement_with_the_words_it_rests_on() -> None:
    text = "1. Betaling\nDe klant betaalt binnen 21 dagen na de factuur.\n2. Recht\nNederlands recht geldt."
    reading = read(text)
    assert tuple(one.code for one in reading.clauses) == clause_codes()
    for one in reading.clauses:
        assert (one.passage is None) == (one.presence is Presence.ABSENT)
        assert one.passage is None or text[one.passage.start : one.passage.end] == one.passage.text
    passage = next(one.passage for one in reading.clauses if one.code == "invoicing")
    assert passage is not None and passage.text == "De klant betaalt binnen 21 dagen na de factuur."


def test_a_title_with_a_sentence_is_enough_where_the_words_may_be_anything_and_never_for_a_number() -> None:
    assert level("Artikel 5 – Geheimhouding\nWat we elkaar vertellen blijft onder ons.", "confidentiality") == "present"
    assert level("Artikel 5 – Geheimhouding\n", "confidentiality") == "unclear"
    assert level("Artikel 6 – Opzegging\nDat doen we netjes en op papier.", "termination") == "unclear"


def test_titles_are_seen_in_front_of_a_sentence_and_on_their_own_line() -> None:
    text = "Artikel 3. Betaling\nWij betalen.\n\nDuur: een jaar.\n4.1 Opzeggen kan altijd.\nGEHEIMHOUDING\nTekst."
    assert [one.title for one in heads(text)] == ["Betaling", "Duur", "GEHEIMHOUDING"]


def test_lines_that_a_page_broke_are_one_line_again_and_every_letter_stays_in_its_place() -> None:
    text = "De opdrachtgever betaalt elke factuur die hij ontvangt binnen de\nTermijn van 14 dagen.\nArtikel 2"
    joined = unwrapped(text)
    assert len(joined) == len(text) and joined.count("\n") == 1
    assert terms(text) == {"payment_term_days": "14"}


def test_numbers_days_and_choices_come_with_the_words_that_say_them() -> None:
    text = (
        "De overeenkomst gaat in op 1 maart 2027. Het uurtarief is € 62,50 exclusief btw. "
        "Betaling binnen dertig (30) dagen na factuurdatum. De opzegtermijn is twee maanden. "
        "Belgisch recht is van toepassing. De aansprakelijkheid is beperkt tot 2.500 euro."
    )
    found = terms(text)
    assert found["start_date"] == "2027-03-01" and found["hourly_rate_eur"] == "62.50"
    assert found["payment_term_days"] == "30" and found["governing_law"] == "BE"
    assert (found["notice_days_client"], found["notice_days_provider"]) == ("60", "60")
    assert found["liability_cap_eur"] == "2500"
    english = terms("Either party may terminate with one month's notice. Invoices are payable within 21 days.", "en")
    assert english == {"payment_term_days": "21", "notice_days_client": "30", "notice_days_provider": "30"}


def test_two_numbers_for_one_thing_are_both_told() -> None:
    found = [one.value for one in read("Betalen binnen 14 dagen. Artikel 9: betaling binnen 30 dagen.").terms]
    assert found == ["14", "30"]


@pytest.mark.parametrize(
    ("written", "value"),
    [("1.250,50", "1250.50"), ("1,250.50", "1250.50"), ("1250", "1250"), ("1.250", "1250"), ("62,5", "62.5")],
)
def test_amounts_are_read_as_people_write_them(written: str, value: str) -> None:
    assert str(amount(written)) == value


def test_the_language_is_guessed() -> None:
    assert read("De opdrachtgever betaalt binnen 14 dagen.", None).language == "nl"
    assert read("The client pays the invoice within 14 days.", None).language == "en"


def test_a_text_without_words_says_nothing() -> None:
    reading = read("--- 123 ---")
    assert not reading.terms and all(one.presence is Presence.ABSENT for one in reading.clauses)


def test_every_term_is_one_of_an_agreement_and_counts_in_its_unit() -> None:
    for rules in agreement_rules().values():
        assert tuple(one.code for one in rules.clauses) == clause_codes()
        for one in rules.terms:
            term = all_terms()[one.name]
            assert not one.measure or not term.unit or UNITS.get(one.measure, term.unit) == term.unit
            assert not term.options or set(one.options) <= set(term.options)


def test_a_pattern_that_cannot_be_read_names_itself() -> None:
    written = {
        "patterns": {
            "grammar": {"abbreviations": [], "clause_starts": [], "starts": [], "common": []},
            "vague": ["..3 iets"], "lists": {}, "numbers": {"joined": "{ten}", "words": {}, "measures": {}, "months": []},
        },
        "clauses": [], "terms": [],
    }  # fmt: skip
    with pytest.raises(TemplateError, match=r"\.\.3 iets"):
        reading_rules(written)


def test_the_longest_text_is_read_within_seconds_and_a_hostile_one_as_well() -> None:
    page = "\n".join(one.text for one in agreements(OWN))
    for text in ((page * 40)[:200_000], "betaling " * 22_000, "1. " * 60_000, "a" * 200_000, "€ 1.000 " * 25_000):
        began = time.monotonic()
        read(text, None)
        assert time.monotonic() - began < 20


def test_the_agreements_to_develop_with_are_read_well() -> None:
    every = figures(read_all(OWN))[-1]
    assert every.recall.part >= 0.65 * every.recall.whole
    assert every.precision.part >= 0.88 * every.precision.whole


def test_the_agreements_to_measure_with_have_a_label_for_every_clause() -> None:
    measured = agreements(FROZEN)
    assert len(measured) >= 21
    for one in measured:
        assert tuple(one.clauses) == clause_codes() and set(one.clauses.values()) <= set(LEVELS)
