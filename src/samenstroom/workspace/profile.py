"""Her profile: a calm overview, one page per part, and her values in an order of her own. Only for her."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.kit import clock
from samenstroom.profiles.actions.profile import choose_values, order_value, write_profile
from samenstroom.profiles.forms.profile import PartForm, ValuesForm
from samenstroom.profiles.queries.boundaries import boundaries_of
from samenstroom.profiles.queries.profile import Value, profile_of
from samenstroom.profiles.wording.profile import PartPage, parts_of, profile_texts, value_key, value_word

from .access import person_of, with_account

ADDRESSES_OF_PARTS: Mapping[str, str] = {
    "values": "waarden",
    "flourish": "opbloeien",
    "ideal_client": "met-wie",
    "vision": "visie",
    "expertise": "goed-in",
    "left_to_others": "aan-anderen",
    "working_style": "werkwijze",
    "rates": "tarieven",
}
"""Part -> the last piece of its web address."""


@with_account
def profile(request: HttpRequest) -> HttpResponse:
    """Every part with how far she is; none has to be filled in."""
    person = person_of(request)
    rows = [(one, address_of_part(one.id)) for one in parts_of(profile_of(person))]
    page = {"rows": rows, "boundaries": len(boundaries_of(person)), "circle": "private"}
    return render(request, "workspace/profile/profile.html", page)


@with_account
def part(request: HttpRequest, part: str) -> HttpResponse:
    """One part: a question, her own words, kept at once."""
    person = person_of(request)
    kept = profile_of(person)
    found = _part_or_404(parts_of(kept), part)
    form = PartForm(request.POST if request.method == "POST" else None, part=found, profile=kept)
    if request.method == "POST" and form.is_valid():
        write_profile(person=person, now=clock.now(), **form.texts())
        return _on(request, found)
    page = {"form": form, "part": found, "is_last": _next(found.id) is None, "circle": "private"}
    return render(request, "workspace/profile/part.html", page, status=422 if form.is_bound else 200)


@with_account
def values(request: HttpRequest) -> HttpResponse:
    """Choose up to seven values."""
    person = person_of(request)
    kept = profile_of(person)
    form = ValuesForm(request.POST if request.method == "POST" else None, chosen=kept.values)
    if request.method == "POST" and form.is_valid():
        choose_values(person=person, values=form.chosen(), now=clock.now())
        if "later" not in request.POST and len(form.chosen()) > 1:
            return HttpResponseRedirect(reverse("workspace:profile_order"))
        return _on(request, parts_of(kept)[0])
    meanings = {one["id"]: one["meaning"] for one in profile_texts()["values"]}
    page = {"form": form, "part": parts_of(kept)[0], "meanings": meanings, "circle": "private"}
    return render(request, "workspace/profile/values.html", page, status=422 if form.is_bound else 200)


@dataclass(frozen=True)
class ValueRow:
    """One value in her order, with the places above and below it (None: it is the first or the last)."""

    word: str
    key: str
    above: int | None
    below: int | None
    focus: str
    """Where reading goes on after a move: `above`, `below` or nowhere."""


@with_account
def order(request: HttpRequest) -> HttpResponse:
    """Put the values in order: one button per step, and the row that moved keeps the focus."""
    person = person_of(request)
    kept: list[Value] = profile_of(person).values
    if request.method == "POST":
        way = "above" if "above" in request.POST else "below"
        to, value = _move_or_404(request.POST.get(way, ""), kept)
        order_value(person=person, value=value, to=to, now=clock.now())
        return HttpResponseRedirect(f"{reverse('workspace:profile_order')}?rij={to}&met={way}")
    rows = _rows(kept, request.GET.get("rij", ""), request.GET.get("met", ""))
    moved = next((row for row in rows if row.focus), None)
    page = {"rows": rows, "moved": moved, "place": rows.index(moved) + 1 if moved else 0, "circle": "private"}
    return render(request, "workspace/profile/order.html", page)


def _rows(values: list[Value], moved: str, pressed: str) -> list[ValueRow]:
    last = len(values) - 1
    rows = []
    for at, value in enumerate(values):
        # At an end the button that was pressed is gone: then the other one.
        focus = "below" if at == 0 else "above" if at == last or pressed != "below" else "below"
        rows.append(
            ValueRow(
                word=value_word(value),
                key=value_key(value),
                above=at - 1 if at > 0 else None,
                below=at + 1 if at < last else None,
                focus=focus if str(at) == moved else "",
            )
        )
    return rows


def _move_or_404(asked: str, values: list[Value]) -> tuple[int, Value]:
    """`2:honesty`: the place and the value. What is not in the list is not there."""
    place, _colon, key = asked.partition(":")
    found = [one for one in values if value_key(one) == key]
    places = [str(number) for number in range(len(values))]
    if not found or place not in places:
        raise Http404
    return places.index(place), found[0]


def address_of_part(part: str) -> str:
    """The page on which she writes this part."""
    if part == "values":
        return reverse("workspace:profile_values")
    return reverse("workspace:profile_part", args=[ADDRESSES_OF_PARTS[part]])


def _part_or_404(parts: list[PartPage], address: str) -> PartPage:
    for one in parts:
        if one.id != "values" and ADDRESSES_OF_PARTS[one.id] == address:
            return one
    raise Http404


def _next(part: str) -> str | None:
    order_ = list(ADDRESSES_OF_PARTS)
    following = order_.index(part) + 1
    return order_[following] if following < len(order_) else None


def _on(request: HttpRequest, found: PartPage) -> HttpResponse:
    """To the next part, or back to the overview when she is done for now."""
    following = _next(found.id)
    if "later" in request.POST or following is None:
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return HttpResponseRedirect(reverse("workspace:profile"))
    return HttpResponseRedirect(address_of_part(following))
