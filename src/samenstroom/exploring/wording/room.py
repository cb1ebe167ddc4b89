"""Words around her own room: what there is, what is asked, and what happens if she says yes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import hours_words, money
from samenstroom.exploring.models import Asked, OwnRoom
from samenstroom.exploring.queries.room import amount, as_ask, asked_by_table, room_of, tables_in_room
from samenstroom.exploring.weighed import Lean, Weighed
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.room import Ask, Picture, Sum, leans_on, picture, shares


def energy_now_steps() -> list[tuple[str, str]]:
    """Her energy now, in five words."""
    words = (_("Op"), _("Laag"), _("Het gaat"), _("Goed"), _("Ik heb er zin in"))
    return [(str(step), word) for step, word in enumerate(words, start=1)]


def energy_steps() -> list[tuple[str, str]]:
    """What a collaboration does with her energy, in five words."""
    words = (_("Kost me veel"), _("Kost me wat"), _("Ongeveer in evenwicht"), _("Geeft me wat"), _("Geeft me veel"))
    return [(str(step), word) for step, word in enumerate(words, start=1)]


@dataclass(frozen=True)
class RoomRow:
    """One collaboration: what she filled in, line by line, and what a yes would mean."""

    public_id: str
    name: str
    who: str
    state: str
    lines: Sequence[Mapping[str, str]]
    if_yes: Sequence[str]


@dataclass(frozen=True)
class RoomPage:
    """Everything side by side."""

    have: Sequence[Mapping[str, str]]
    now: Sequence[str]
    rows: Sequence[RoomRow]
    all_yes: Sequence[str]
    leans: str


@dataclass(frozen=True)
class _Known:
    """What was filled in, ready to add up."""

    hours: Decimal | None
    income: Decimal | None
    asks: Sequence[Ask]
    names: Mapping[str, str]

    def picture(self, yes: Collection[str] = ()) -> Picture:
        return picture(self.asks, self.hours, self.income, yes)


def room_page(room: OwnRoom | None, tables: Sequence[Visit], asked: Mapping[int, Asked]) -> RoomPage:
    """Her room on one page. Works with half of it filled in."""
    known = _known(room, tables, asked)
    open_keys = [one.key for one in known.asks if not one.is_running]
    return RoomPage(
        have=_have(room),
        now=_sentences(known, known.picture()) if any(one.is_running for one in known.asks) else [],
        rows=[_row(visit, asked.get(visit.collaboration.pk), known) for visit in tables],
        all_yes=_sentences(known, known.picture(open_keys)) if len(open_keys) > 1 else [],
        leans=_leans(known),
    )


def _known(room: OwnRoom | None, tables: Sequence[Visit], asked: Mapping[int, Asked]) -> _Known:
    here = [one for one in tables if one.collaboration.pk in asked]
    return _Known(
        hours=amount(room.hours) if room else None,
        income=amount(room.income) if room else None,
        asks=[as_ask(asked[one.collaboration.pk]) for one in here],
        names={str(one.collaboration.pk): one.collaboration.name for one in here},
    )


def _have(room: OwnRoom | None) -> list[dict[str, str]]:
    if room is None:
        return []
    energy = dict(energy_now_steps()).get(str(room.energy), "")
    return _filled(
        (_("Uren die je hebt"), _hours_a_week(amount(room.hours))),
        (_("Inkomen dat je nodig hebt"), _money_a_month(amount(room.income))),
        (_("Je energie nu"), energy),
    )


def _filled(*lines: tuple[str, str]) -> list[dict[str, str]]:
    return [{"label": label, "text": text} for label, text in lines if text]


def _row(visit: Visit, asked: Asked | None, known: _Known) -> RoomRow:
    row = RoomRow(visit.collaboration.public_id, visit.collaboration.name, visit.other.name, "", (), ())
    if asked is None:
        return row
    key = str(visit.collaboration.pk)
    return RoomRow(
        public_id=row.public_id,
        name=row.name,
        who=row.who,
        state=_("Loopt al") if asked.is_running else _("Nog niet"),
        lines=asked_lines(asked, shares(known.asks).get(key)),
        if_yes=[] if asked.is_running else _sentences(known, known.picture([key])),
    )


def asked_lines(asked: Asked, share: int | None = None) -> list[dict[str, str]]:
    """What she filled in about one collaboration, and which share of her income it would be."""
    starts_on = full_date(date.fromisoformat(asked.starts_on), language()) if asked.starts_on else ""
    return _filled(
        (_("Vraagt"), _hours_a_week(amount(asked.hours))),
        (_("Brengt"), _money_a_month(amount(asked.income))),
        (_("Deel van je inkomen"), _("%(part)s procent van wat je invulde") % {"part": share} if share else ""),
        (_("Energie"), dict(energy_steps()).get(str(asked.energy), "")),
        (_("Vanaf"), starts_on),
    )


def _sentences(known: _Known, found: Picture) -> list[str]:
    """Hours, income, and what is not known yet."""
    unknown = dict.fromkeys([*found.hours.unknown, *found.income.unknown])
    lines = [_hours_line(found.hours), _income_line(found.income)]
    if unknown:
        names = ", ".join(known.names[key] for key in unknown)
        lines.append(_("Nog niet alles ingevuld: %(names)s.") % {"names": names})
    return [line for line in lines if line]


def _hours_line(found: Sum) -> str:
    words = {"asked": hours_words(found.total)}
    if found.left is None:
        return _("Dat komt op %(asked)s per week.") % words if found.total else ""
    words |= {"have": hours_words(found.against or Decimal(0)), "left": hours_words(abs(found.left))}
    if found.left > 0:
        return _("Dat komt op %(asked)s per week, van de %(have)s die je hebt. Er blijft %(left)s over.") % words
    if found.left == 0:
        return _("Dat komt op precies de %(have)s per week die je hebt.") % words
    return _("Dat komt op %(asked)s per week. Dat is %(left)s meer dan de %(have)s die je hebt.") % words


def _income_line(found: Sum) -> str:
    words = {"brings": money(found.total)}
    if found.left is None:
        return _("Dat brengt %(brings)s per maand op.") % words if found.total else ""
    words |= {"need": money(found.against or Decimal(0)), "left": money(abs(found.left))}
    if found.left > 0:
        return _("Dat brengt %(brings)s per maand op. Je hebt %(need)s nodig, dus er mist nog %(left)s.") % words
    return _("Dat brengt %(brings)s per maand op. Genoeg voor de %(need)s die je nodig hebt.") % words


def _leans(known: _Known) -> str:
    found = leans_on(known.asks)
    if found is None:
        return ""
    words = {"name": known.names[found[0]], "part": found[1]}
    return _("Meer dan de helft van je inkomen zou van %(name)s komen: %(part)s procent.") % words


def _hours_a_week(hours: Decimal | None) -> str:
    return "" if hours is None else _("%(hours)s per week") % {"hours": hours_words(hours)}


def _money_a_month(income: Decimal | None) -> str:
    return "" if income is None else _("%(money)s per maand") % {"money": money(income)}


def weighed_room(visit: Visit) -> list[Weighed]:
    """What her own room says about this one, for when she decides. Nothing while she filled in nothing about it."""
    tables = tables_in_room(visit.person, visit.now)
    asked = asked_by_table(visit.person, tables)
    own = asked.get(visit.collaboration.pk)
    if own is None:
        return []
    known, key = _known(room_of(visit.person), tables, asked), str(visit.collaboration.pk)
    found = known.picture([key])
    lines = [_weighed_hours(found.hours), _weighed_energy(own)]
    leaning = leans_on([one for one in known.asks if one.is_running or one.key == key])
    if leaning and leaning[0] == key:
        words = {"name": visit.collaboration.name, "part": leaning[1]}
        text = _("Meer dan de helft van je inkomen zou van %(name)s komen: %(part)s procent.") % words
        lines.append((Lean.AGAINST, text))
    return [Weighed(lean, text, _("Je eigen ruimte"), page="room") for lean, text in lines if text]


def _weighed_hours(found: Sum) -> tuple[Lean, str]:
    if found.left is None or found.unknown:
        return Lean.OPEN, ""
    if found.left >= 0:
        return Lean.FOR, _("Het past in de uren die je hebt.")
    return Lean.AGAINST, _("Het vraagt %(hours)s per week meer dan je hebt.") % {"hours": hours_words(-found.left)}


def _weighed_energy(asked: Asked) -> tuple[Lean, str]:
    words = {
        1: (Lean.AGAINST, _("Je verwacht dat het je veel energie kost.")),
        2: (Lean.AGAINST, _("Je verwacht dat het je energie kost.")),
        4: (Lean.FOR, _("Je verwacht dat het je energie geeft.")),
        5: (Lean.FOR, _("Je verwacht dat het je veel energie geeft.")),
    }
    return words.get(asked.energy or 0, (Lean.OPEN, ""))
