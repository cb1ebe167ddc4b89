"""Proposing another text for one part of a version, answering, saying something, and a last day to sign.

Every form of a part ends with `why`, and tells with `after` how the part would read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samenstroom.agreements.expiry import CHOICES, last_day
from samenstroom.agreements.rulebook import clause_codes
from samenstroom.agreements.terms import new_terms, typed
from samenstroom.agreements.wording.drafting import terms_asked
from samenstroom.agreements.wording.terms import charter_words, clause_words
from samenstroom.collaborations.forms import NOTE_MAX, TOO_LONG
from samenstroom.kit.language import language
from samenstroom.rules.agreement.proposing import CHARTER, NEW, WHO, is_new_own, is_own, parts_of

from .questions import SIDES, CharterForm, OwnClauseForm, _line
from .terms import TermsForm

WHY = "why"


def _words(label: Any, hint: Any = "", *, needs: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=bool(needs), max_length=NOTE_MAX,
        widget=forms.Textarea(attrs={"rows": 3}), error_messages={"max_length": TOO_LONG, "required": needs},
    )  # fmt: skip


class PartForm(forms.Form):
    """What every form of a part has: why, and whether it says anything new."""

    before: Any = None

    def ends_with_why(self, before: Any, why: str) -> None:
        """Ask why, last."""
        self.before = before
        self.fields[WHY] = _words(_("Waarom?"), _("Een paar woorden helpen de ander."))
        self.initial[WHY] = why

    def after(self) -> Any:
        """How the part would read."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not self.errors and self.after() == self.before:
            raise forms.ValidationError(_("Dit staat er al zo. Verander iets, of ga terug."))
        return found


class ClauseProposalForm(PartForm, TermsForm):
    """The terms of a clause, and their own words under it."""

    def after(self) -> dict[str, Any]:
        held = (self.before or {}).get("terms", {})
        said = {name: value for name, value in self.values().items() if value is not None or name in held}
        kept = {name: _same_or(name, held.get(name), value) for name, value in said.items()}
        return {"terms": {**held, **kept}, "addition": self.addition}


class OwnProposalForm(PartForm, OwnClauseForm):
    """A clause of their own."""

    def after(self) -> dict[str, str]:
        return {"title": self.cleaned_data["title"], "text": self.cleaned_data["text"]}


class CharterProposalForm(PartForm, CharterForm):
    """How they treat each other."""

    def after(self) -> list[str] | None:
        return self.charter() or None


class NamesProposalForm(PartForm):
    """How the two are called."""

    def __init__(self, *args: Any, parties: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "provider": (_("Naam van wie het werk doet"), _("Wie tekent daarvoor?"), _("Adres van wie het werk doet")),
            "client": (_("Naam van de opdrachtgever"), _("Wie tekent voor de opdrachtgever?"),
                       _("Adres van de opdrachtgever")),
        }  # fmt: skip
        for side, (name, signs, address) in labels.items():
            self.fields[f"{side}_name"] = _line(name, required=True, needs=_("Vul een naam in."))
            self.fields[f"{side}_represented_by"] = _line(signs)
            self.fields[f"{side}_address"] = _line(address)
            for part in ("name", "represented_by", "address"):
                self.initial[f"{side}_{part}"] = parties[side].get(part, "")

    def after(self) -> dict[str, Any]:
        parts = ("name", "represented_by", "address")
        return {
            side: {**self.before[side], **{part: self.cleaned_data[f"{side}_{part}"] for part in parts}}
            for side in SIDES
        }


def part_form(content: Mapping[str, Any], part: str, shown: Any, data: Any, today: date) -> PartForm | None:
    """The fields of one part, filled with how it reads in `shown` (a counter-proposal begins with what lies there).

    None for a part that cannot be there.
    """
    before = parts_of(content).get(part)
    value: Any = before if shown is None else shown
    form: PartForm
    if part == WHO:
        form = NamesProposalForm(data, parties=dict(value))
    elif part == CHARTER:
        form = CharterProposalForm(data, offered=charter_words(str(content["language"])), charter=list(value or []))
    elif part == NEW or is_new_own(part) or (is_own(part) and before is not None):
        form = OwnProposalForm(data, initial=dict(value or {}))
    elif part in clause_words(language()) and (before is not None or part in clause_codes(str(content["kind"]))):
        begun = value or {"terms": new_terms(part, str(content["jurisdiction"]), today), "addition": ""}
        form = ClauseProposalForm(
            data, asked=terms_asked(part, language()), values=begun["terms"], is_tight=True,
            addition=begun["addition"],
        )  # fmt: skip
    else:
        return None
    form.ends_with_why(before, "")
    return form


def _same_or(name: str, old: Any, new: Any) -> Any:
    """The value as it stood, when it was only spelled otherwise: 62.5 is 62.50."""
    return old if old is not None and typed(name, old) == typed(name, new) else new


class DropForm(forms.Form):
    """A part that could go, and why."""

    why = _words(_("Waarom?"), _("Een paar woorden helpen de ander."))


class CommentForm(forms.Form):
    """Words about one part."""

    words = _words(_("Wat wil je erover zeggen?"), needs=_("Schrijf eerst iets op."))


class AnswerForm(forms.Form):
    """A word with an answer."""

    word = _words(_("Een woord erbij"))


class LastDayForm(forms.Form):
    """Until when this version can be signed."""

    days = forms.ChoiceField(
        label=_("Tot wanneer kan deze versie getekend worden?"), required=False,
        help_text=_("Daarna geldt ze niet meer. Je legt haar in één stap opnieuw neer."),
        widget=forms.RadioSelect, error_messages={"invalid_choice": _("Kies een van de antwoorden.")},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(days), _in_days(days)) for days in CHOICES]
        days = self.fields["days"]
        assert isinstance(days, forms.ChoiceField)
        days.choices = [("", _now("Geen laatste dag")), *choices]
        self.initial.setdefault("days", "")

    def last_day(self, now: datetime) -> date | None:
        """The last day; None for none."""
        days = self.cleaned_data["days"]
        return last_day(int(days) if days else None, now)


def _in_days(days: int) -> str:
    return ngettext("%(n)s dag de tijd", "%(n)s dagen de tijd", days) % {"n": days}
