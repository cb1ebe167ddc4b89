"""The door of a mentor: all mentees at once, what is shown of each, and writing along. Each look is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.flows.mentors import tell_other
from samenstroom.kit import clock
from samenstroom.learning.actions.mentor_notes import mark_notes_read, write_note
from samenstroom.learning.actions.mentors import end_mentorship
from samenstroom.learning.actions.shares import ALWAYS, keep_look, see_what_is_new
from samenstroom.learning.forms.mentors import NoteForm
from samenstroom.learning.queries.mentors import asking_of, notes_from_before, notes_of
from samenstroom.learning.queries.sight import sight_of
from samenstroom.learning.showing import page_of
from samenstroom.learning.wording.mentors import mentee_row, note_views
from samenstroom.table.page import posted
from samenstroom.workspace.access import person_of, with_account

from .access import kind_or_404, mentee_or_404, note_between, seen_item_or_404, seen_table_or_404

if TYPE_CHECKING:
    from samenstroom.learning.models import Mentorship
    from samenstroom.learning.queries.sight import SeenTable


@with_account
def mentees(request: HttpRequest) -> HttpResponse:
    """All mentees: what is new since the last look, and what asks an answer. Nobody stands above another."""
    person, now = person_of(request), clock.now()
    found = [one for one in asking_of(person, clock.day_of(now)) if one.mentor_id == person.pk]
    rows = [mentee_row(one, sight_of(one, now)) for one in found]
    before = bool(notes_from_before(person, clock.day_of(now)))
    return render(request, "workspace/mentees/list.html", {"rows": rows, "has_before": before, "circle": "private"})


@with_account
def mentee(request: HttpRequest, mentorship: str) -> HttpResponse:
    """One mentee: of which collaborations something is shown, and what the two wrote."""
    person = person_of(request)
    found = mentee_or_404(person, mentorship)
    form = _form(request, found)
    if request.method == "POST" and form.is_valid():
        return _write(request, found, form, reverse("workspace:mentee", args=[mentorship]))
    now = clock.now()
    tables = sight_of(found, now)
    notes = note_views(notes_of(found), mentor=True, mentee_name=found.person.first_name)
    page = {"mentorship": found, "since": found.looked_at, "tables": tables, "notes": notes, "form": form}
    keep_look(mentorship=found, collaboration=None, what={"kind": ALWAYS}, now=now)
    see_what_is_new(mentorship=found, now=now)
    mark_notes_read(mentorship=found, by=person, now=now)
    return _show(request, "workspace/mentees/mentee.html", page, form)


@with_account
def table(request: HttpRequest, mentorship: str, collaboration: str) -> HttpResponse:
    """What is shown of one collaboration, by kind, newest first."""
    found = mentee_or_404(person_of(request), mentorship)
    seen = seen_table_or_404(found, collaboration)
    keep_look(mentorship=found, collaboration=seen.reading.collaboration, what={"kind": ALWAYS}, now=clock.now())
    return _show(request, "workspace/mentees/table.html", {"mentorship": found, "table": seen})


@with_account
def item(request: HttpRequest, mentorship: str, collaboration: str, kind: str, item: str) -> HttpResponse:
    """One thing that is shown, with what the two wrote about it, and a place to write along."""
    found, what = mentee_or_404(person_of(request), mentorship), kind_or_404(kind)
    seen = seen_table_or_404(found, collaboration)
    shown = seen_item_or_404(seen, kind, item)
    about = {"kind": kind, "item": item, "day": shown.day.isoformat()}
    form = _form(request, found)
    if request.method == "POST" and form.is_valid():
        here = reverse("workspace:mentee_item", args=[mentorship, collaboration, kind, item])
        return _write(request, found, form, here, seen, about)
    keep_look(mentorship=found, collaboration=seen.reading.collaboration, what=about, now=clock.now())
    written = [one for one in notes_of(found) if dict(one.about).get("item") == item]
    page = {
        "mentorship": found, "table": seen, "kind": what, "shown": shown,
        "parts": page_of(what, seen.reading, item, until=shown.until),
        "notes": note_views(written, mentor=True, mentee_name=found.person.first_name, shown=False), "form": form,
    }  # fmt: skip
    return _show(request, "workspace/mentees/item.html", page, form)


@with_account
@require_POST
def leave(request: HttpRequest, mentorship: str) -> HttpResponse:
    """She looks along no more, at once; what the two wrote stays with both."""
    person = person_of(request)
    found = mentee_or_404(person, mentorship)
    end_mentorship(mentorship=found, by=person, now=clock.now())
    messages.success(request, _("Je kijkt niet meer mee met %(name)s.") % {"name": found.person.first_name})
    return HttpResponseRedirect(reverse("workspace:mentees"))


@with_account
def before(request: HttpRequest) -> HttpResponse:
    """What she wrote and got where she no longer looks along. What was shown then is not here."""
    person = person_of(request)
    groups: dict[str, list[Any]] = {}
    for one in notes_from_before(person, clock.day_of(clock.now())):
        assert one.mentorship is not None
        groups.setdefault(one.mentorship.person.name, []).append(one)
    told = [(name, note_views(notes, mentor=True, mentee_name=name, shown=False)) for name, notes in groups.items()]
    return _show(request, "workspace/mentees/before.html", {"groups": told})


def _form(request: HttpRequest, found: Mentorship) -> NoteForm:
    return NoteForm(posted(request), label=_("Schrijf %(name)s") % {"name": found.person.first_name})


def _write(
    request: HttpRequest, found: Mentorship, form: NoteForm, then: str, seen: SeenTable | None = None,
    about: dict[str, str] | None = None,
) -> HttpResponse:  # fmt: skip
    person, now, given = person_of(request), clock.now(), form.cleaned_data
    try:
        write_note(
            mentorship=found, by=person, words=given["words"], is_question=given["is_question"], about=about,
            collaboration=seen.reading.collaboration if seen else None, now=now,
            answers=note_between(found, given["reply_to"]),
        )  # fmt: skip
        tell_other(mentorship=found, by=person, now=now)
        messages.success(request, _("Bewaard. Alleen jij en %(name)s lezen dit.") % {"name": found.person.first_name})
    except NotAllowedError:
        messages.info(request, _("Dit kan nu niet meer."))
        then = reverse("workspace:mentees")
    return HttpResponseRedirect(then)


def _show(request: HttpRequest, template: str, page: dict[str, Any], form: NoteForm | None = None) -> HttpResponse:
    status = 422 if form is not None and form.is_bound else 200
    return render(request, template, {**page, "circle": "private"}, status=status)
