"""An invoice that is open after its day: letters to send oneself, what it comes to, and whether work may pause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.agreements.queries.in_force import InForce
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import money
from samenstroom.contributions.late import LateCosts, late_costs
from samenstroom.contributions.queries.invoices import InvoiceView
from samenstroom.kit.language import language
from samenstroom.kit.numbers import as_typed

from .invoices import day_words, days_words, invoice_texts


@dataclass(frozen=True)
class Letter:
    """One reminder as a text to send oneself."""

    id: str
    name: str
    fits: str
    subject: str
    text: str
    is_next: bool


def letters(visit: Visit, view: InvoiceView, found: LateCosts | None) -> list[Letter]:
    """The three letters for this invoice; a sentence of which something is not known is left out."""
    known = _known(visit, view, found)
    return [
        Letter(
            id=one["id"],
            name=one["name"],
            fits=one["fits"],
            subject=filled(one["subject"], known) or _("Een rekening van %(amount)s") % known,
            text=_letter_text(one, known),
            is_next=one["id"] == view.next_tone,
        )
        for one in invoice_texts()["letters"]
    ]


def _letter_text(one: Mapping[str, Any], known: Mapping[str, str]) -> str:
    said = [filled(sentence, known) for sentence in one["sentences"]]
    middle = "\n".join(sentence for sentence in said if sentence)
    return "\n\n".join((filled(one["opening"], known), middle, filled(one["closing"], known)))


def _known(visit: Visit, view: InvoiceView, found: LateCosts | None) -> dict[str, str]:
    one = view.invoice
    total = found.interest.total if found and found.interest and found.interest.is_complete else None
    return {
        "name": visit.other_name,
        "sender": visit.my_name,
        "number": str(one.content.get("number", "")),
        "amount": money(view.amount),
        "due": day_words(one.due_on) if one.due_on else "",
        "late": days_words(view.days_late) if view.days_late else "",
        "interest": money(total) if total else "",
        "costs": money(found.costs) if found and found.costs else "",
    }


def filled(text: str, known: Mapping[str, str]) -> str:
    """The sentence with what is known in it; empty when something is not."""
    names = [name for _text, name, _spec, _conversion in Formatter().parse(text) if name]
    return text.format(**known) if all(known.get(name) for name in names) else ""


def costs_of(visit: Visit, view: InvoiceView, held: InForce | None) -> LateCosts | None:
    """Interest and costs of an invoice that is open after its day; None for any other."""
    due_on = view.invoice.due_on
    if due_on is None or not view.is_overdue:
        return None
    return late_costs(view.amount, due_on=due_on, until=view.today, country=visit.collaboration.country, held=held)


def costs_words(found: LateCosts, today: date) -> dict[str, Any]:
    """What the page says about interest and costs: sentences, lines with their source, and dates."""
    texts = invoice_texts()["late"]
    amount = money(found.interest.total) if found.interest else ""
    said = [
        texts[f"interest_{found.interest_ground.value}"].format(amount=amount, day=day_words(today)),
        texts[f"costs_{found.costs_ground.value}"].format(amount=money(found.costs) if found.costs is not None else ""),
    ]
    return {
        "title": texts["title"],
        "law": texts["law"],
        "said": said,
        "lines": _lines(found, texts),
        "compiled": texts["compiled"].format(day=day_words(found.compiled_on)),
        "basis": texts["basis"].format(basis="; ".join(found.legal_basis)) if found.legal_basis else "",
        "no_advice": texts["no_advice"],
    }


def _lines(found: LateCosts, texts: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Each stretch: what it comes to, where its rate comes from, and whether that was checked."""
    lines = []
    for one in found.interest.lines if found.interest else ():
        days = {"since": day_words(one.since), "until": day_words(one.until)}
        if one.percent is None or one.amount is None:
            lines.append((texts["line_unknown"].format(**days), "", ""))
            continue
        words = {"percent": as_typed(one.percent, language()), "base": money(one.base), "amount": money(one.amount)}
        source = texts["source"].format(source=one.rate.source) if one.rate else ""
        doubtful = texts["doubtful"] if one.rate and one.rate.certainty != "high" else ""
        lines.append((texts["line"].format(**days, **words), source, doubtful))
    return lines


def pause_words(visit: Visit, view: InvoiceView, held: InForce | None) -> tuple[str, bool]:
    """What both agreed about pausing, for the side that waits for its money, and whether those days have passed."""
    if not (view.is_overdue and view.i_sent) or held is None or held.provider != visit.party.pk:
        return "", False
    if not held.holds_that("suspension_right"):
        return "", False
    days = held.whole("reminder_days_before_suspension") or 0
    if not view.reminders:
        return _(
            "Jullie spraken af dat het werk mag stilstaan na een herinnering. Noteer eerst dat je die stuurde."
        ), False
    left = days - (view.today - view.reminders[0].sent_on).days
    if left > 0:
        said = _("Jullie spraken af dat het werk mag stilstaan. Dat kan over %(days)s, als er dan niet betaald is.")
        return said % {"days": days_words(left)}, False
    return _("Jullie spraken af dat het werk nu mag stilstaan tot er betaald is."), True
