"""Settling: a thing on the list, what happens with data, the closing text, and access taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions.settlement import Item
from samenstroom.farewell.models import SettlementItem
from samenstroom.farewell.wording.endings import ending_texts
from samenstroom.kit.numbers import LocalDecimalField

from .endings import words_field


def _whose(label: Any, visit: Visit) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[("me", visit.my_name), ("other", visit.other_name), ("both", _("Allebei"))],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wie dit doet.")),
    )


def _party(visit: Visit, whose: str) -> Party | None:
    return {"me": visit.party, "other": visit.other_party}.get(whose)


class ItemForm(forms.Form):
    """One thing to settle."""

    kind = forms.ChoiceField(
        label=_("Wat voor iets is het?"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wat het is.")),
    )
    text = words_field(_("Wat staat er open?"), 500, required=True, rows=2)
    amount = LocalDecimalField(
        label=_("Welk bedrag?"),
        required=False,
        max_value=Decimal(99_999_999),
        help_text=_("In euro, als het erbij hoort."),
    )

    def __init__(self, *args: Any, visit: Visit, source: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit, self.source = visit, source
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [(one["id"], one["label"]) for one in ending_texts()["settlement"]["kinds"]]
        self.fields["owner"] = _whose(_("Wie is aan zet?"), visit)

    def item(self) -> Item:
        """What is added."""
        data = self.cleaned_data
        return Item(
            kind=data["kind"],
            text=data["text"],
            amount=str(data["amount"]) if data["amount"] is not None else "",
            owner=_party(self.visit, data["owner"]),
            source=self.source,
        )


class DataForm(forms.Form):
    """What happens with data: given back or erased, when, and how."""

    end = forms.ChoiceField(
        label=_("Wat gebeurt ermee?"),
        choices=[(SettlementItem.End.RETURNED, _("Teruggeven")), (SettlementItem.End.ERASED, _("Wissen"))],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies teruggeven of wissen.")),
    )
    end_on = DayField(label=_("Op welke dag?"), required=False)
    end_words = words_field(_("Hoe, en wat blijft er?"), 500, rows=2)


class StatementForm(forms.Form):
    """The closing text, and which open things it names."""

    words = words_field(_("De tekst"), 2000, required=True)
    except_for = forms.MultipleChoiceField(
        label=_("Behalve"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Vink aan wat open blijft."),
    )

    def __init__(self, *args: Any, open_items: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = dict(open_items)
        except_for = self.fields["except_for"]
        assert isinstance(except_for, forms.MultipleChoiceField)
        except_for.choices = list(open_items)
        if not open_items:
            del self.fields["except_for"]

    def named(self) -> list[str]:
        """The open things it names, as they read now."""
        return [self.lines[key] for key in self.cleaned_data.get("except_for", [])]


class AccessForm(forms.Form):
    """One access to take back."""

    text = words_field(_("Waar kon iemand bij?"), 300, required=True, rows=2)

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit = visit
        self.fields["text"].help_text = ending_texts()["access"]["hint"]
        self.fields["taker"] = _whose(_("Wie neemt het terug?"), visit)

    def taker(self) -> Party | None:
        """Whose turn it is; None for both."""
        return _party(self.visit, self.cleaned_data["taker"])


class TermForm(forms.Form):
    """Until when both keep this."""

    until = DayField(label=_("Tot welke dag?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_until(self) -> date:
        day: date = self.cleaned_data["until"]
        if day <= self.today:
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        if day.year > self.today.year + 30:
            raise forms.ValidationError(_("Die dag ligt wel ver weg. Klopt het jaar?"))
        return day
