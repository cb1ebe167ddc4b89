"""Writing down what one brought in: one line, or a form; and seeing it otherwise."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.contributions.actions.hours import Work
from samenstroom.contributions.models import Contribution
from samenstroom.contributions.wording.hours import kind_choices, work_choices
from samenstroom.kit.language import language
from samenstroom.kit.numbers import as_typed, read_decimal
from samenstroom.rules.hours_line import LineError, read_hours, read_line

WHAT, BACK = 300, timedelta(days=366 * 2)
MOST = Decimal(1_000_000)
FAULTS = {
    "hours": _("Begin met de uren, bijvoorbeeld 2,5 of 1:30 of 90 min."),
    "much": _("Dat is meer dan een dag heeft. Schrijf elke dag apart op."),
    "words": _("Zeg er in een paar woorden bij wat je deed."),
    "day": _("Die dag bestaat niet. Schrijf bijvoorbeeld 12-3, of gisteren."),
}
TOO_LONG = _("Dit is wat lang. Maak er maximaal 300 tekens van.")


def day_fault(day: date, today: date) -> Any:
    """What is wrong with this day; None when it can be kept."""
    if day > today:
        return _("Kies vandaag of een dag die al geweest is.")
    return _("Kies een dag van de laatste twee jaar.") if day < today - BACK else None


class QuickForm(forms.Form):
    """One line: hours, perhaps a day, and what it was."""

    line = forms.CharField(
        label=_("Wat heb je gedaan?"),
        help_text=_("Uren, dag en een paar woorden. Bijvoorbeeld: 2,5 gisteren nieuwsbrief."),
        max_length=WHAT + 60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Schrijf bijvoorbeeld: 2,5 gisteren nieuwsbrief."), "max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_line(self) -> str:
        text: str = self.cleaned_data["line"]
        try:
            read = read_line(text, self.today)
        except LineError as error:
            raise forms.ValidationError(FAULTS[error.fault]) from None
        fault = day_fault(read.on, self.today)
        if fault:
            raise forms.ValidationError(fault)
        self.work = Work(read.on, "hours", str(read.hours), read.what[:WHAT])
        return text


class ContributionForm(forms.Form):
    """The same in a form; also money, and what has no number."""

    kind = forms.ChoiceField(label=_("Wat bracht je in?"), widget=forms.RadioSelect)
    amount = forms.CharField(
        label=_("Hoeveel?"),
        required=False,
        max_length=20,
        help_text=_("Uren als 2,5 of 1:30 of 90 min. Geld in euro."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    on = DayField(label=_("Welke dag?"))
    what = forms.CharField(
        label=_("Wat was het?"),
        max_length=WHAT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Zeg er in een paar woorden bij wat je deed."), "max_length": TOO_LONG},
    )
    work = forms.ChoiceField(
        label=_("Is het werk dat je niet ziet?"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Dit werk telt gewoon mee. Zo zien jullie het allebei."),
    )

    def __init__(self, *args: Any, today: date, entry: Contribution | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name, choices in (("kind", kind_choices()), ("work", [("", _("Nee, gewoon werk")), *work_choices()])):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        self.initial = {"kind": "hours", "on": today, "work": ""}
        if entry:
            amount = as_typed(Decimal(entry.amount), language()) if entry.amount else ""
            self.initial = {
                "kind": str(entry.kind), "on": entry.on, "what": entry.what, "work": str(entry.work), "amount": amount,
            }  # fmt: skip

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        fault = day_fault(day, self.today)
        if fault:
            raise forms.ValidationError(fault)
        return day

    def clean(self) -> dict[str, Any]:
        """The amount is read by its kind."""
        data = super().clean() or {}
        kind, text = data.get("kind"), data.get("amount") or ""
        if kind == "hours":
            data["amount"] = self._hours(text)
        elif kind == "money":
            data["amount"] = self._money(text)
        else:
            data["amount"] = ""
        return data

    def _hours(self, text: str) -> str:
        try:
            return str(read_hours(text))
        except LineError as error:
            much = error.fault == "much"
            self.add_error("amount", FAULTS["much"] if much else _("Vul uren in, bijvoorbeeld 2,5 of 1:30 of 90 min."))
            return ""

    def _money(self, text: str) -> str:
        try:
            amount = read_decimal(text)
        except ValueError:
            self.add_error("amount", _("Vul een bedrag in, bijvoorbeeld 1.250,50."))
            return ""
        if not 0 < amount <= MOST:
            self.add_error("amount", _("Vul een bedrag in tussen 0 en 1 miljoen euro."))
        return str(amount)

    def to_work(self) -> Work:
        """The entry as it is kept."""
        data = self.cleaned_data
        return Work(data["on"], data["kind"], data["amount"], data["what"], data["work"])


class OtherwiseForm(forms.Form):
    """How she sees an entry of the other."""

    words = forms.CharField(
        label=_("Hoe zie jij het?"),
        max_length=WHAT,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Zeg in een paar woorden hoe jij het ziet."), "max_length": TOO_LONG},
    )
