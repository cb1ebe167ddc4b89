"""What is running at a table and may come along in a handover: offered, never taken along by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from samenstroom.checkins.queries import repairs_of
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.queries import LineView, history_lines, shared_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import fact_sentence
from samenstroom.farewell.queries.handover import drafts_of, handover_of
from samenstroom.planning.models import StartEntry
from samenstroom.planning.queries.exit_plans import exit_plans_at
from samenstroom.planning.queries.start_lists import entries_of
from samenstroom.planning.wording.exit_plans import exit_rows
from samenstroom.rules.handover import BOTH, TITLE_MAX, Dated, ItemWords, Kind, still_open


def shared_offers(visit: Visit) -> list[ItemWords]:
    """What both can see and what does not lie on the list yet; what one keeps for herself moves nothing here."""
    taken = {str(one.item.source) for one in handover_of(visit).everything}
    return _left(visit, shared_lines(visit), taken)


def own_offers(visit: Visit) -> list[ItemWords]:
    """The same for herself: also what she noted privately, without what she keeps already or what lies there."""
    taken = {str(one.item.source) for one in handover_of(visit).everything}
    taken |= {str(one.source) for one in drafts_of(visit)}
    return _left(visit, history_lines(visit), taken)


def _left(visit: Visit, lines: Sequence[LineView], taken: set[str]) -> list[ItemWords]:
    found = (*_repairs(visit), *_accesses(visit), *_planned(visit), *_lines(visit, lines))
    return [one for one in found if one.source not in taken]


def _accesses(visit: Visit) -> Iterator[ItemWords]:
    """What is on the list of who can get in where, and was not given back: with how it goes back."""
    for row in entries_of(visit, StartEntry.List.ACCESS):
        if row.is_open:
            title, back = str(row.content.get("what", "")), str(row.content.get("back", ""))
            yield ItemWords(Kind.ACCESS.value, title[:TITLE_MAX], back, "", None, f"access:{row.public_id}")


def _planned(visit: Visit) -> Iterator[ItemWords]:
    """What both agreed beforehand about whose things are and what goes back."""
    found = exit_plans_at(visit).holds
    if found is None:
        return
    for row in exit_rows("joint", found.page.content):
        if row["id"] in ("owners", "back"):
            source = f"exit:{found.page.public_id}:{row['id']}"
            yield ItemWords(Kind.OTHER.value, row["label"][:TITLE_MAX], row["text"], "", None, source)


def _repairs(visit: Visit) -> Iterator[ItemWords]:
    """Agreements that both made and have not looked back on."""
    for view in repairs_of(visit):
        one = view.repair
        if view.is_agreed and one.looked_back_at is None:
            who, source = str(one.owner.position) if one.owner else BOTH, f"repair:{one.public_id}"
            yield ItemWords(Kind.TASK.value, str(one.text)[:TITLE_MAX], "", who, one.look_back_on, source)


def _lines(visit: Visit, lines: Sequence[LineView]) -> Iterator[ItemWords]:
    """Promises and decisions that are open, and what only one person can get at; oldest first."""
    standing = sorted(
        (one.line for one in lines if one.line.withdrawn_at is None), key=lambda line: (line.happened_on, line.pk)
    )
    facts = [Dated(one.public_id, one.what, one.about_party) for one in standing]
    kinds = {
        **dict.fromkeys(still_open(facts, "promise_made", ("promise_kept", "promise_not_kept")), Kind.TASK),
        **dict.fromkeys(still_open(facts, "decision_left_open", ("decision_made", "decision")), Kind.TASK),
        **dict.fromkeys(still_open(facts, "access_one_person", ()), Kind.ACCESS),
    }
    for line in standing:
        if line.public_id in kinds:
            yield _of_line(visit, line, kinds[line.public_id])


def _of_line(visit: Visit, line: HistoryLine, kind: Kind) -> ItemWords:
    """Its own words when somebody wrote any, otherwise its sentence, with names as both sides can read it."""
    about_me = line.about_party == visit.party.pk
    name = visit.my_name if about_me else visit.other_name
    title = str(line.note).strip() or fact_sentence(line.what, line.data, name)
    due = line.data.get("due_on")
    until = date.fromisoformat(due) if isinstance(due, str) and due else None
    side = visit.party if about_me else visit.other_party
    who = str(side.position) if line.about_party and kind is Kind.TASK else ""
    return ItemWords(kind.value, title[:TITLE_MAX], "", who, until, f"line:{line.public_id}")
