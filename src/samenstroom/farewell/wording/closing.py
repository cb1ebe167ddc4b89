"""Words around closing: what is still open, how long it is kept, and the questions about how it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.farewell.queries.accesses import accesses_of, open_accesses
from samenstroom.farewell.queries.partings import Parting, TermView
from samenstroom.farewell.queries.settlement import items_of, still_open
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language

from .endings import ending_texts
from .settlement import in_one_line


def open_points(visit: Visit, parting: Parting) -> list[str]:
    """Everything that is still open when it would be closed now, as one line each."""
    points = []
    if parting.ending and parting.ending.confirmed_on is None:
        points.append(_("Het einde is niet door allebei bevestigd"))
    if parting.day:
        points.append(_("Er ligt een voorstel voor een andere laatste dag"))
    statement = parting.statement
    if statement is None or not (statement.is_accepted or statement.is_noted):
        points.append(_("De afsluiting is niet door allebei aangenomen"))
    items = [in_one_line(one.item) for one in still_open(visit, items_of(visit))]
    points += [_("Afrekenen: %(what)s") % {"what": one} for one in items]
    accesses = [one.access.text for one in open_accesses(visit, accesses_of(visit))]
    return points + [_("Toegang: %(what)s") % {"what": one} for one in accesses]


def term_words(visit: Visit, term: TermView) -> tuple[str, str]:
    """How long both keep it, and what was proposed."""
    now = ending_texts()["closing"]["keep_default"]
    if term.agreed:
        day = {"day": full_date(term.agreed.until, language())}
        now = _("Jullie spraken af: dit bewaren jullie tot %(day)s.") % day
    if term.proposed is None:
        return now, ""
    words = {"name": visit.other_name, "day": full_date(term.proposed.until, language())}
    if term.i_proposed:
        return now, _("Jij stelde voor: tot %(day)s. %(name)s zegt nog ja.") % words
    return now, _("%(name)s stelt voor: tot %(day)s.") % words


def closing_questions(visit: Visit) -> list[Mapping[str, Any]]:
    """The questions, with the name of the other in them."""
    items = ending_texts()["questions"]["items"]
    return [{**one, "label": one["label"].format(name=visit.other_name)} for one in items]


@dataclass(frozen=True)
class SaidRow:
    """One question with what was said, as label and text of a summary."""

    label: str
    text: str


def said_rows(visit: Visit, view: ExchangeView | None) -> Sequence[SaidRow]:
    """Both answers once both have sent; until then none."""
    if view is None or not view.is_revealed:
        return ()
    sides = [(_("Jij"), view.mine or {}), (visit.other_name, view.theirs or {})]
    rows = []
    for question in closing_questions(visit):
        labels = {one["id"]: one["label"] for one in question["options"]}
        said = [f"{who}: {labels.get(found.get(question['id'], ''), _('opengelaten'))}" for who, found in sides]
        rows.append(SaidRow(question["label"], ". ".join(said)))
    return rows
