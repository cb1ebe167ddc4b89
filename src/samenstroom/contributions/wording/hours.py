"""Hours in words: what is left, what was written down, and what waits for the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import hours_words, money
from samenstroom.contributions.models import AgreedContribution, Contribution
from samenstroom.contributions.queries.hours import Ledger
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language
from samenstroom.rules.balance import OVER, Left, Period, Plan, Stretch, months_later

ONE_DAY = timedelta(days=1)


def kind_choices() -> list[tuple[str, Any]]:
    """Kinds of what one brings in."""
    return [("hours", _("Uren")), ("money", _("Geld")), ("other", _("Iets anders"))]


def work_choices() -> list[tuple[str, Any]]:
    """Work that is seldom seen."""
    return [
        ("research", _("Uitzoeken")),
        ("learning", _("Leren")),
        ("thinking", _("Meedenken")),
        ("meeting", _("Overleg")),
        ("waiting", _("Wachten")),
    ]


def period_choices() -> list[tuple[str, Any]]:
    """How long a plan runs."""
    return [("week", _("Per week")), ("month", _("Per maand")), ("bundle", _("Een bundel, zoals een strippenkaart"))]


def unused_choices() -> list[tuple[str, Any]]:
    """What happens to hours that are left."""
    return [
        ("expire", _("Ze vervallen")),
        ("carry_over", _("Ze schuiven door")),
        ("refund", _("Ze worden terugbetaald")),
    ]


@dataclass(frozen=True)
class EntryRow:
    """One entry for who looks. `seen` is what a confirmation says of it."""

    public_id: str
    title: str
    day: str
    who: str
    state: str
    tone: str
    otherwise: str
    otherwise_who: str
    seen: str
    is_mine: bool
    is_removed: bool
    can_change: bool
    can_answer: bool


@dataclass(frozen=True)
class SideLeft:
    """How the hours of one side stand. `width` is the used part of a bar of a hundred."""

    who: str
    plan: str
    left: str
    used: str
    carried: str
    said: str
    width: int
    is_over: bool


@dataclass(frozen=True)
class AgreedPage:
    """What one side brings in, for who looks."""

    public_id: str
    title: str
    say: str
    rows: tuple[dict[str, str], ...]
    waits_for_yes: bool
    is_proposed: bool


def entry_row(visit: Visit, entry: Contribution) -> EntryRow:
    """Put one entry in words."""
    is_mine = entry.party_id == visit.party.pk
    state, tone = _state(visit, entry, is_mine)
    return EntryRow(
        public_id=entry.public_id,
        title=entry_title(entry),
        day=long_date(entry.on, language()),
        who=_("Jij") if is_mine else visit.other_name,
        state=state,
        tone=tone,
        otherwise=str(entry.otherwise),
        otherwise_who=visit.other_name if is_mine else visit.my_name,
        seen=f"{entry.public_id}.{entry.stamp}",
        is_mine=is_mine,
        is_removed=entry.removed_at is not None,
        can_change=is_mine and entry.can_change and visit.speaks,
        can_answer=not is_mine and entry.can_change and visit.speaks,
    )


def entry_title(entry: Contribution) -> str:
    """`2,5 uur: nieuwsbrief`, with the kind of work that is seldom seen behind it."""
    work = dict(work_choices()).get(str(entry.work))
    what = f"{entry.what} ({work.lower()})" if work else str(entry.what)
    amount = amount_words(str(entry.kind), str(entry.amount))
    return f"{amount}: {what}" if amount else what


def later_words(number: int) -> str:
    """How many lines wait behind the ones that are shown; empty for none."""
    said = ngettext("Daarna volgt nog %(n)s regel.", "Daarna volgen nog %(n)s regels.", number)
    return said % {"n": number} if number > 0 else ""


def noted_words(entry: Contribution) -> str:
    """What was understood, said back."""
    return _("Genoteerd op %(day)s. %(what)s.") % {
        "day": long_date(entry.on, language()),
        "what": entry_title(entry).rstrip("."),
    }


def amount_words(kind: str, amount: str) -> str:
    """`2,5 uur`, `€ 250`; empty for what has no number."""
    if not amount:
        return ""
    return hours_words(short(Decimal(amount))) if kind == "hours" else money(Decimal(amount))


def short(number: Decimal) -> Decimal:
    """Hours without zeros that say nothing: 7.50 is 7.5."""
    rounded = number.quantize(Decimal("0.01"))
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded.normalize()


def _state(visit: Visit, entry: Contribution, is_mine: bool) -> tuple[str, str]:
    if entry.removed_at:
        return _("Weggehaald"), "plain"
    if entry.confirmed_at:
        return _("Zo was het"), "calm"
    if entry.otherwise_at:
        return _("Anders gezien"), "now" if is_mine else "plain"
    if not visit.takes_part:
        return _("Genoteerd"), "plain"
    return (_("Ligt bij %(name)s") % {"name": visit.other_name}, "plain") if is_mine else (_("Nieuw"), "now")


def sides_left(visit: Visit, ledger: Ledger) -> list[SideLeft]:
    """How the hours of each side that has a plan stand; her own first."""
    found = [
        (_("Jij"), ledger.plans.get(visit.party.pk), ledger.left(visit.party.pk)),
        (visit.other_name, ledger.plans.get(visit.other_party.pk), ledger.left(visit.other_party.pk)),
    ]
    return [_side(who, plan, left) for who, plan, left in found if plan and left]


def _side(who: str, plan: Plan, left: Left) -> SideLeft:
    numbers = {"used": hours_words(short(left.used)), "room": hours_words(short(left.room))}
    carried = {"hours": hours_words(short(left.carried))}
    return SideLeft(
        who=who,
        plan=plan_words(plan),
        left=left_words(left),
        used=_("%(used)s van %(room)s") % numbers,
        carried=_("Daarin zit %(hours)s van eerder.") % carried if left.carried else "",
        said=mark_words(left),
        width=min(left.percent, 100),
        is_over=left.mark == OVER,
    )


def left_words(left: Left) -> str:
    """`Nog 5 uur tot en met 31 januari 2026`, or how much there is above."""
    if left.above:
        return _("%(hours)s meer dan afgesproken") % {"hours": hours_words(short(left.above))}
    words = {"hours": hours_words(short(left.left))}
    if left.stretch.ends_on is None:
        return _("Nog %(hours)s") % words
    last = full_date(left.stretch.ends_on - ONE_DAY, language())
    return _("Nog %(hours)s tot en met %(day)s") % (words | {"day": last})


def mark_words(left: Left) -> str:
    """A neutral word at half, three quarters, nine tenths, and above; empty before."""
    return {
        50: _("De helft van de uren is gebruikt."),
        75: _("Driekwart van de uren is gebruikt."),
        90: _("De uren zijn bijna op."),
        OVER: _("Er is meer gewerkt dan afgesproken. Bespreek samen hoe jullie dit zien."),
    }.get(left.mark or 0, "")


def plan_words(plan: Plan) -> str:
    """`20 uur per maand. Wat overblijft, schuift door.`"""
    hours = {"hours": hours_words(short(plan.hours))}
    if plan.period == Period.BUNDLE:
        months = plan.valid_months
        valid = ngettext("%(n)s maand geldig", "%(n)s maanden geldig", months or 0) % {"n": months}
        said = _("Een bundel van %(hours)s, %(valid)s.") if months else _("Een bundel van %(hours)s.")
        said = said % {**hours, "valid": valid}
    else:
        said = (_("%(hours)s per week.") if plan.period == Period.WEEK else _("%(hours)s per maand.")) % hours
    unused = {
        "expire": _("Wat overblijft, vervalt."),
        "carry_over": _("Wat overblijft, schuift door."),
        "refund": _("Wat overblijft, wordt terugbetaald."),
    }[plan.unused.value]
    return f"{said} {unused}"


def agreed_page(visit: Visit, agreed: AgreedContribution) -> AgreedPage:
    """Put what one side brings in in words."""
    is_mine = agreed.party_id == visit.party.pk
    proposer = agreed.proposed_by
    i_proposed = proposer is not None and proposer.party_id == visit.party.pk
    name = {"name": visit.other_name}
    whose = _("Jouw inbreng") if is_mine else _("De inbreng van %(name)s") % name
    if agreed.agreed_at:
        say = _("Afgesproken.")
    elif agreed.noted_at:
        say = _("Genoteerd door %(name)s.") % {"name": visit.my_name if i_proposed else visit.other_name}
    else:
        say = _("Dit ligt bij %(name)s.") % name if i_proposed else _("%(name)s stelt dit voor.") % name
    return AgreedPage(
        public_id=agreed.public_id,
        title=whose,
        say=say,
        rows=tuple(agreed_rows(agreed)),
        waits_for_yes=not agreed.counts and not i_proposed and visit.speaks,
        is_proposed=not agreed.counts,
    )


def agreed_rows(agreed: AgreedContribution) -> list[dict[str, str]]:
    """What is brought in, thing by thing."""
    terms, plan = agreed.terms, agreed.plan
    rows = [
        (_("Uren"), plan_words(plan) if plan else ""),
        (_("Geld"), terms.get("money", "")),
        (_("Spullen of ruimte"), terms.get("goods", "")),
        (_("Netwerk"), terms.get("network", "")),
        (_("Iets anders"), terms.get("other", "")),
        (_("Vanaf"), full_date(agreed.starts_on, language())),
    ]
    return [{"label": label, "text": text} for label, text in rows if text]


def span_words(stretch: Stretch, per: str) -> str:
    """`Week van 5 januari 2026`, or the name of the month."""
    if per == "month":
        return full_date(stretch.begins_on, language()).split(" ", 1)[1].capitalize()
    return _("Week van %(day)s") % {"day": full_date(stretch.begins_on, language())}


def sums(visit: Visit, entries: Sequence[Contribution]) -> str:
    """`Jij 5 uur, Marleen 2 uur`; empty without hours."""
    found = []
    for who, party in ((_("Jij"), visit.party.pk), (visit.other_name, visit.other_party.pk)):
        total = sum((one.hours for one in entries if one.party_id == party), Decimal(0))
        if total:
            found.append(f"{who} {hours_words(short(total))}")
    return ", ".join(found)


def neighbours(stretch: Stretch, per: str) -> tuple[date, date]:
    """A day in the period before, and one in the period after."""
    after = months_later(stretch.begins_on, 1) if per == "month" else stretch.begins_on + timedelta(days=7)
    return stretch.begins_on - ONE_DAY, after
