"""Asking something extra and pricing it; parsed the same for every door."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.agreements.actions.extra_work import OfferTerms
from samenstroom.agreements.models import ExtraWorkOffer
from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.language import language
from samenstroom.kit.numbers import as_typed

from .fields import SHORT, HoursField, amount, amount_typed, words

BACK, AHEAD = timedelta(days=366), timedelta(days=3 * 366)


class OfferForm(forms.Form):
    """What it costs or takes, and when it is ready."""

    amount = amount(_("Prijs"), help_text=_("In euro, zonder btw."))
    hours = HoursField(label=_("Of uren"), help_text=_("Bijvoorbeeld 2,5 of 2:30."))
    is_free = forms.BooleanField(label=_("Hoort erbij, geen kosten"), required=False)
    due_on = DayField(label=_("Wanneer klaar?"), required=False)
    must_say = True

    def __init__(self, *args: Any, today: date, offer: ExtraWorkOffer | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if offer is not None:
            self.initial = {
                "amount": amount_typed(Decimal(str(offer.amount))) if offer.amount else "",
                "hours": as_typed(offer.time, language()) if offer.time is not None else "",
                "is_free": offer.is_free,
                "due_on": offer.due_on,
            }

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        if day and not self.today - BACK <= day <= self.today + AHEAD:
            raise forms.ValidationError(_("Deze dag ligt wel ver weg. Klopt het jaar?"))
        return day

    def clean(self) -> dict[str, Any]:
        """A price and 'no costs' do not go together; a counter-offer says at least one thing."""
        data = super().clean() or {}
        if data.get("is_free") and data.get("amount"):
            self.add_error("is_free", _("Kies één van de twee: een prijs, of geen kosten."))
        if self.must_say and not self.errors and not self.terms().says_something:
            self.add_error("amount", _("Vul een prijs of uren in, of kies dat het erbij hoort."))
        return data

    def terms(self) -> OfferTerms:
        """The offer as it is kept."""
        data = self.cleaned_data
        return OfferTerms(data.get("amount"), data.get("hours"), bool(data.get("is_free")), data.get("due_on"))


class ExtraForm(OfferForm):
    """Something extra in three fields: what, the price, when. The rest only for who needs it."""

    what = words(_("Wat is er extra?"), SHORT, required=True, rows=2)
    who = forms.ChoiceField(label=_("Wie vraagt het?"), required=False, widget=forms.RadioSelect)
    is_agreed = forms.BooleanField(label=_("Dit is mondeling al afgesproken"), required=False)
    field_order = ("what", "amount", "due_on", "hours", "is_free", "who", "is_agreed")
    must_say = False

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = self.fields["who"]
        assert isinstance(who, forms.ChoiceField)
        who.choices = [("", _("Ik")), ("other", visit.other_name)]
        self.initial = {"who": ""}
        if visit.takes_part:
            del self.fields["is_agreed"]
