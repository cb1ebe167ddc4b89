"""Reading along as a page shows it: calm findings first, then a few suggestions, each in words."""

from django.template.loader import render_to_string

from samenstroom.farewell.wording.reading import LONGEST_QUOTE, MOST_SUGGESTIONS, reading_of

WARM = "Ik heb besloten om te stoppen. Mijn laatste werkdag is 1 maart. Dank je wel voor twee mooie jaren."


def shown(text: str, **options: str) -> str:
    return render_to_string("workspace/farewell/_reading.html", {"reading": reading_of(text, "nl", **options)})


def test_what_is_there_comes_first_and_suggestions_stay_few() -> None:
    view = reading_of(WARM, "nl")
    assert [one.id for one in view.there] == ["decision", "last_day", "thanks"]
    assert [one.id for one in view.suggestions] == ["reason", "appreciation", "handover"]
    assert len(view.suggestions) == MOST_SUGGESTIONS
    assert all(one.line and one.suggestion and one.words for one in view.suggestions)


def test_a_passage_is_quoted_with_a_reason_and_another_way_to_say_it() -> None:
    (blame,) = reading_of(f"{WARM} Jij luistert nooit.", "nl").tone
    assert blame.quotes == ("Jij luistert nooit.",)
    assert blame.line and blame.suggestion and blame.words


def test_a_long_passage_is_shortened() -> None:
    (blame,) = reading_of("Jij luistert nooit naar " + "heel lange woorden " * 12, "nl").tone
    assert all(len(quote) <= LONGEST_QUOTE + 1 and quote.endswith("…") for quote in blame.quotes)


def test_who_is_not_safe_owes_no_warm_words_and_no_talk() -> None:
    view = reading_of("Ik stop per vandaag.", "nl", how="unsafe")
    assert not {one.id for one in view.suggestions} & {"talk", "thanks", "appreciation", "door", "successor"}


def test_a_letter_may_be_in_another_language_than_the_page() -> None:
    view = reading_of("I have decided to stop. Thank you for the lovely years.", "nl")
    assert "Je besluit staat er helder" in [one.title for one in view.there]


def test_an_empty_letter_gets_one_friendly_line() -> None:
    view = reading_of(" \n", "nl")
    assert view.is_empty
    assert view.page["empty"] in shown(" \n")


def test_the_page_escapes_what_was_written_and_holds_no_more_than_that() -> None:
    html = shown(f"{WARM} Jij <script>alert(1)</script> luistert nooit.")
    assert "<script>" not in html
    assert "Meelezen" in html and "Alleen voor mij" in html
