"""Read-backs in words: the exact text that is shared, where it stands, and a text to paste."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenstroom.agreements.models import Deal
from samenstroom.agreements.queries.readbacks import ReadBackView
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import hours_words, money

from .days import Act, on_day, rows_of


@dataclass(frozen=True)
class How:
    """A way to agree on something."""

    code: str
    label: Promise
    sentence: Promise


HOWS = (
    How("talk", gettext_lazy("In een gesprek"), gettext_lazy("Op %(day)s spraken we dit af in een gesprek:")),
    How("phone", gettext_lazy("Aan de telefoon"), gettext_lazy("Op %(day)s spraken we dit af aan de telefoon:")),
    How("mail", gettext_lazy("Per mail"), gettext_lazy("Op %(day)s spraken we dit af per mail:")),
    How("chat", gettext_lazy("In een chat of app"), gettext_lazy("Op %(day)s spraken we dit af in een chat:")),
)


@dataclass(frozen=True)
class DealText:
    """The text both read, to the letter."""

    opening: str
    words: str
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class ReadBackPage:
    """One read-back for who looks."""

    public_id: str
    title: str
    say: str
    text: DealText
    contest_words: str
    contest_by: str
    is_turn: bool
    acts: tuple[Act, ...]


def deal_text(deal: Deal) -> DealText:
    """The exact text of a deal."""
    opening = next((one.sentence for one in HOWS if one.code == deal.how), HOWS[0].sentence)
    return DealText(str(opening) % {"day": on_day(deal.agreed_on)}, deal.words, terms_rows(deal.terms))


def terms_rows(terms: Mapping[str, Any]) -> tuple[dict[str, str], ...]:
    """The terms that were named, each with its label."""
    return rows_of(
        (_("Vaste prijs"), _money(terms.get("fee_amount_eur"))),
        (_("Uurtarief"), _money(terms.get("hourly_rate_eur"))),
        (_("Uren per week"), _hours(terms.get("hours_per_week_expected"))),
        (_("Betalen"), _days(terms.get("payment_term_days"), paying=True)),
        (_("Begin"), _day(terms.get("start_date"))),
        (_("Einde"), _day(terms.get("end_date"))),
        (_("Opzeggen"), _days(terms.get("notice_days_provider"), paying=False)),
    )


def text_to_paste(visit: Visit, view: ReadBackView, link: str) -> str:
    """The same, for a mail or an app: it asks for one yes."""
    text = deal_text(deal_of(view))
    lines = [
        _("Dag %(name)s,") % {"name": visit.other_name},
        "",
        text.opening,
        text.words,
        *(f"- {one['label']}: {one['text']}" for one in text.rows),
        "",
        _("Klopt dit zo? Zie jij iets anders, laat het me dan weten."),
    ]
    if link:
        lines.append(_("Je kunt het hier met één tik bevestigen: %(link)s") % {"link": link})
    return "\n".join([*lines, "", _("Groet,"), visit.my_name])


def deal_of(view: ReadBackView) -> Deal:
    """What a row says, as a deal."""
    row = view.readback
    return Deal(str(row.words), str(row.how), row.agreed_on, dict(row.terms))


def readback_page(visit: Visit, view: ReadBackView) -> ReadBackPage:
    """Put one read-back in words."""
    row = view.readback
    title, say = _standing(visit, view)
    return ReadBackPage(
        public_id=row.public_id,
        title=title,
        say=say,
        text=deal_text(deal_of(view)),
        contest_words=str(row.contest_words),
        contest_by=visit.other_name if view.i_put else visit.my_name,
        is_turn=view.waits_for_me and visit.speaks,
        acts=_acts(view) if visit.speaks else (),
    )


def _standing(visit: Visit, view: ReadBackView) -> tuple[str, str]:
    row, name = view.readback, {"name": visit.other_name, "me": visit.my_name}
    if row.withdrawn_at:
        return _("Teruggenomen"), ""
    if row.replaced_at:
        return _("Vervangen door een nieuwe tekst"), ""
    if row.confirmed_at:
        return _("Bevestigd"), _("Op %(day)s door %(who)s.") % {
            "day": on_day(row.confirmed_at),
            "who": visit.other_name if view.i_put else visit.my_name,
        }
    if view.is_contested:
        say = (
            _("Lees wat %(name)s schrijft. Lees daarna opnieuw terug hoe het is.") if view.i_put
            else _("%(name)s kan het opnieuw teruglezen. Jij mag dat ook.")
        )  # fmt: skip
        who = visit.other_name if view.i_put else visit.my_name
        return _("%(who)s ziet het anders") % {"who": who}, say % name
    if not view.i_put:
        return _("%(name)s leest terug. Klopt het zo?") % name, _("Met één tik bevestig je het.")
    if row.noted_at:
        return _("Niet bevestigd"), _("Genoteerd op %(day)s door %(name)s.") % {
            "day": on_day(row.noted_at), "name": visit.my_name,
        }  # fmt: skip
    return _("Ligt bij %(name)s") % name, _("Het telt mee zodra %(name)s het bevestigt.") % name


def _acts(view: ReadBackView) -> tuple[Act, ...]:
    if not view.is_open:
        return ()
    again = Act("", _("Lees het opnieuw terug"), is_main=view.is_contested, page="readback_again")
    if view.i_put:
        return again, Act("withdraw", _("Neem terug"))
    if view.is_contested:
        return again, Act("confirm", _("Toch: zo is het"))
    other = Act("", _("Ik zie het anders"), page="readback_contest")
    return Act("confirm", _("Ja, zo is het"), is_main=True), other


def _money(value: Any) -> str:
    return money(Decimal(str(value))) if value is not None else ""


def _hours(value: Any) -> str:
    return hours_words(value) if value is not None else ""


def _days(value: Any, *, paying: bool) -> str:
    if value is None:
        return ""
    if paying:
        return ngettext("binnen %(n)s dag", "binnen %(n)s dagen", int(value)) % {"n": int(value)}
    return ngettext("%(n)s dag van tevoren", "%(n)s dagen van tevoren", int(value)) % {"n": int(value)}


def _day(value: Any) -> str:
    return on_day(date.fromisoformat(value)) if value else ""
