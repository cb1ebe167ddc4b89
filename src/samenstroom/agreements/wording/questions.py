"""The few questions that matter first: which facts and terms each asks, in which order, and which fit a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from samenstroom.agreements.editing import clause_in, value_in

PARTIES, SCOPE = "parties", "scope"


@dataclass(frozen=True)
class Question:
    """One page. `facts` are names of facts, `terms` are pairs of a clause and a name."""

    key: str
    title: Any
    hint: Any
    facts: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()

    def names_in(self, content: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What it asks of this document: pairs of a clause (empty for a fact) and a name."""
        there = [(code, name) for code, name in self.terms if clause_in(content, code)]
        return [*(("", name) for name in self.facts), *there]

    def fits(self, content: Mapping[str, Any]) -> bool:
        """Whether it asks anything of this document."""
        return self.key in (PARTIES, SCOPE) or bool(self.names_in(content))

    def values_in(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """What the document says already."""
        return {name: value_in(content, name, code) for code, name in self.names_in(content)}


QUESTIONS: tuple[Question, ...] = (
    Question(PARTIES, _("Wie zijn jullie?"), _("Zo komen jullie boven de overeenkomst te staan.")),
    Question(SCOPE, _("Wat is de opdracht?"), _("In je eigen woorden. Hoe concreter, hoe minder gedoe later.")),
    Question(
        "pay",
        _("Hoe wordt er betaald?"),
        _("Wat je nog niet weet, laat je open. De controle zegt wat er dan geldt."),
        terms=(
            ("fee", "fee_model"),
            ("fee", "hourly_rate_eur"),
            ("fee", "fee_amount_eur"),
            ("profit_split", "smallest_profit_share_percent"),
            ("profit_split", "loss_share_agreed"),
            ("invoicing", "payment_term_days"),
        ),
    ),
    Question(
        "dates",
        _("Wanneer begint het?"),
        _("Zonder einde loopt het door tot iemand opzegt."),
        terms=(("duration", "start_date"), ("duration", "end_date")),
    ),
    Question(
        "hours",
        _("Hoeveel tijd, en hoe snel een antwoord?"),
        _("Dit is wat jullie normaal vinden. Zo weet je later wat stilte is."),
        facts=("hours_per_week_expected",),
        terms=(("planning", "response_hours"),),
    ),
    Question(
        "care",
        _("Waar werken jullie mee?"),
        _("Dan weet de controle welke regels tellen."),
        facts=("personal_data_processed", "creative_work_made", "access_to_accounts"),
    ),
    Question(
        "ending",
        _("Hoe stoppen jullie?"),
        _("Spreek dit af nu het goed gaat. Dan is het later makkelijk."),
        terms=(("termination", "notice_days_provider"), ("termination", "notice_days_client")),
    ),
)


def questions_for(content: Mapping[str, Any]) -> list[Question]:
    """The questions that ask something of this document, in order."""
    return [one for one in QUESTIONS if one.fits(content)]


def first_open(questions: Sequence[Question], passed: Sequence[str]) -> int:
    """The number (from 1) of the first question she did not pass; one past the last when she passed all."""
    return next((at for at, one in enumerate(questions, start=1) if one.key not in passed), len(questions) + 1)
