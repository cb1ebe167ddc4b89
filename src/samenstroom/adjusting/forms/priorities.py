"""Telling what changes, answering it, and putting in order what comes first; parsed the same for every door."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.adjusting.actions.priorities import Told
from samenstroom.adjusting.models import PriorityChange
from samenstroom.adjusting.wording.priorities import TERMS, items, now_words, priority_texts, term_label
from samenstroom.agreements.forms.fields import SHORT, HoursField, amount, words
from samenstroom.agreements.queries.in_force import InForce
from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.kit.numbers import as_typed
from samenstroom.rules.priorities import LONGEST, TOP

BACK, AHEAD = timedelta(days=366), timedelta(days=3 * 366)
WORDS = ("what", "why", "time", "money", "roles")


class ChangeForm(forms.Form):
    """What changes, and what it does to time, money and roles; terms that hold can be changed right here."""

    what = words("", required=True)
    why = words("")
    starts_on = DayField(required=False)
    time = words("", SHORT, rows=2)
    money = words("", SHORT, rows=2)
    roles = words("", SHORT, rows=2)
    party = forms.ChoiceField(required=False, widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, visit: Visit, holds: InForce | None, counters: PriorityChange | None = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.visit, self.holds, self.today = visit, holds, clock.day_of(visit.now)
        texts = priority_texts()["telling"]
        for name, label in texts["labels"].items():
            self.fields[name].label = label
            self.fields[name].help_text = texts["hints"].get(name, "")
        self._ask_whose()
        self._ask_terms()
        if counters is not None:
            self._begin_from(counters)

    def _ask_whose(self) -> None:
        whose = self.fields["party"]
        assert isinstance(whose, forms.ChoiceField)
        whose.choices = [("", _("Bij mij")), ("other", _("Bij %(name)s") % {"name": self.visit.other_name})]
        if self.visit.takes_part:
            del self.fields["party"]

    def _ask_terms(self) -> None:
        for name in TERMS if self.holds else ():
            if self.holds is None or self.holds.terms.get(name) is None:
                continue
            label = term_label(name)
            hint = _("Nu: %(words)s.") % {"words": now_words(self.holds, name)}
            if name.endswith("_date"):
                self.fields[name] = DayField(label=label, help_text=hint, required=False)
            elif name.endswith("_eur"):
                self.fields[name] = amount(label, help_text=hint)
            else:
                self.fields[name] = HoursField(label=label, help_text=hint, most=168)

    def _begin_from(self, counters: PriorityChange) -> None:
        said = counters.content
        self.initial = {name: said.get(name, "") for name in WORDS} | {"starts_on": counters.starts_on}
        for name, value in said.get("terms", {}).items():
            is_day = name.endswith("_date")
            self.initial[name] = value if is_day else as_typed(Decimal(str(value)), language())

    @property
    def term_fields(self) -> list[forms.BoundField]:
        """The terms that can be changed here."""
        return [self[name] for name in TERMS if name in self.fields]

    def clean_starts_on(self) -> date | None:
        """A day that is not years away."""
        day: date | None = self.cleaned_data["starts_on"]
        if day and not self.today - BACK <= day <= self.today + AHEAD:
            raise forms.ValidationError(_("Deze dag ligt wel ver weg. Klopt het jaar?"))
        return day

    def told(self) -> Told:
        """The change as it is kept; a term that stays as it is does not count as changed."""
        data = self.cleaned_data
        values = {name: _kept(data[name]) for name in TERMS if data.get(name) is not None}
        return Told(
            **{name: data[name].strip() for name in WORDS},
            starts_on=data["starts_on"],
            has_paper=self.holds is not None,
            terms={name: value for name, value in values.items() if not self._is_as_it_was(name, value)},
        )

    def _is_as_it_was(self, name: str, value: str) -> bool:
        if self.holds is None:
            return False
        if name.endswith("_date"):
            return self.holds.terms.get(name) == value
        return self.holds.number(name) == Decimal(value)


def _kept(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value.normalize().__format__("f"))


class AnswerForm(forms.Form):
    """Yes or no, with a word."""

    do = forms.ChoiceField(
        label=gettext_lazy("Wat zeg jij?"),
        choices=[("yes", gettext_lazy("Ja, zo doen we het")), ("no", gettext_lazy("Nee, liever niet"))],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Kies wat het best past.")),
    )
    words = words("", SHORT, rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["words"].label = priority_texts()["answering"]["words_label"]


class RankingForm(forms.Form):
    """Up to five things in order, the first counts most."""

    words = words("", SHORT, rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        texts = priority_texts()["ranking"]
        self.fields["words"].label, self.fields["words"].help_text = texts["words_label"], texts["words_hint"]
        for at in range(1, LONGEST + 1):
            self.fields[f"place_{at}"] = forms.ChoiceField(
                label=_("Op plaats %(at)s") % {"at": at},
                required=at <= TOP,
                choices=[("", _("Kies")), *items().items()],
                error_messages=dict.fromkeys(
                    ("required", "invalid_choice"), _("Kies wat hier komt. De eerste drie horen erbij.")
                ),
            )
        self.order_fields([*self._places(), "words"])

    def _places(self) -> list[str]:
        return [f"place_{at}" for at in range(1, LONGEST + 1)]

    @property
    def places(self) -> list[forms.BoundField]:
        """The places, from the first."""
        return [self[name] for name in self._places()]

    def clean(self) -> dict[str, Any]:
        """Each thing once."""
        data, seen = super().clean() or {}, set[str]()
        for name in self._places():
            chosen = data.get(name)
            if chosen and chosen in seen:
                self.add_error(name, _("Dit staat er al. Kies iets anders, of laat het leeg."))
            seen |= {chosen} if chosen else set()
        return data

    def order(self) -> list[str]:
        """What she chose, in order; places in between may be empty."""
        return [self.cleaned_data[name] for name in self._places() if self.cleaned_data.get(name)]
