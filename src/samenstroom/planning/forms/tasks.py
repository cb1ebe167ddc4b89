"""Forms of the action plan; parsed the same for every door."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.planning.actions.tasks import TaskTerms
from samenstroom.planning.models import Task, TaskWord
from samenstroom.rules.day_words import read_due
from samenstroom.rules.promises import Firmness
from samenstroom.rules.task_rows import MAX_WHAT

WORDS = 2000
TOO_LONG = _("Dit is wat lang. Maak er maximaal %(n)s tekens van.")


def one_line(label: Any, hint: Any = "") -> forms.CharField:
    """What has to be done, in one line."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=MAX_WHAT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Schrijf wat er moet gebeuren."),
            "max_length": TOO_LONG % {"n": MAX_WHAT},
        },
    )


def some_words(label: Any, hint: Any = "") -> forms.CharField:
    """A few words, if somebody likes."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": TOO_LONG % {"n": WORDS}},
    )


def within_three_years(day: date, today: date) -> date:
    """A day that somebody means, not a slip of the keys."""
    if abs(day - today) > timedelta(days=3 * 366):
        raise forms.ValidationError(_("Kies een datum binnen drie jaar."))
    return day


class OwnerMixin(forms.Form):
    """Whose task it is, for who fills in the form; `is_short` takes one line."""

    is_short = False

    owner = forms.ChoiceField(
        label=_("Wie doet het?"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wie het doet.")),
    )

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.visit, self.today = visit, clock.day_of(visit.now)
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        if self.is_short:
            field.widget = forms.Select()
        field.choices = [("me", _("Ik")), ("other", visit.other_name), ("both", _("Samen"))]
        field.initial = "me"

    def party(self) -> Party | None:
        """Whose it is; None is both."""
        sides: Mapping[str, Party] = {"me": self.visit.party, "other": self.visit.other_party}
        return sides.get(self.cleaned_data["owner"])


class QuickTaskForm(OwnerMixin):
    """One field: what has to be done, with the day in the same words."""

    what = one_line(_("Wat moet er gebeuren?"), _("De dag mag erbij: “prijslijst sturen vrijdag”."))
    field_order = ("what", "owner")
    is_short = True

    def terms(self) -> TaskTerms:
        """What was understood: the day off the end, as one to aim at."""
        read = read_due(self.cleaned_data["what"], self.today)
        kind = Firmness.TARGET.value if read.due_on else ""
        return TaskTerms(read.what, owner=self.party(), due_on=read.due_on, due_kind=kind)


class TaskForm(OwnerMixin):
    """Everything of a task. The day is left out when it is moved by telling so."""

    what = one_line(_("Wat moet er gebeuren?"))
    due_on = DayField(label=_("Voor welke dag?"), required=False)
    due_kind = forms.ChoiceField(
        label=_("Hoe vast is die dag?"),
        required=False,
        widget=forms.RadioSelect,
        choices=((Firmness.TARGET.value, _("Een streefdag")), (Firmness.HARD.value, _("Een vaste dag"))),
        error_messages={"invalid_choice": _("Kies hoe vast die dag is.")},
    )
    note = some_words(_("Wat helpt erbij?"))
    field_order = ("what", "owner", "due_on", "due_kind", "note")

    def __init__(self, *args: Any, visit: Visit, task: Task, sets_day: bool, **kwargs: Any) -> None:
        super().__init__(*args, visit=visit, **kwargs)
        self.task = task
        sides = {visit.party.pk: "me", visit.other_party.pk: "other"}
        owner = sides.get(task.owner_id, "both") if task.owner_id else "both"
        kind = task.due_kind or Firmness.TARGET.value
        self.initial = {**task.content, "owner": owner, "due_on": task.due_on, "due_kind": kind}
        if not sets_day:
            del self.fields["due_on"], self.fields["due_kind"]

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        return within_three_years(day, self.today) if day else None

    def terms(self) -> TaskTerms:
        """What is kept."""
        given = self.cleaned_data
        due_on = given.get("due_on") if "due_on" in self.fields else self.task.due_on
        kind = given.get("due_kind") or Firmness.TARGET.value if "due_kind" in self.fields else self.task.due_kind
        return TaskTerms(given["what"], given["note"], self.party(), due_on, kind if due_on else "")


def new_task() -> Task:
    """Nothing yet, for a form that makes one."""
    return Task()


class LaterForm(forms.Form):
    """A new day, and why if she likes to say so."""

    new_due = DayField(label=_("Welke dag haal je wel?"))
    reason = some_words(_("Wat is er gebeurd?"), _("Hoeft niet. Eén zin helpt de ander."))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_new_due(self) -> date:
        return not_before(self.cleaned_data["new_due"], self.today)


def not_before(day: date, today: date) -> date:
    """A day from today, within three years."""
    if day < today:
        raise forms.ValidationError(_("Deze dag is al geweest. Kies vandaag of later."))
    return within_three_years(day, today)


class LaterAnswerForm(forms.Form):
    """Whether the new day is fine, or which day is better."""

    answer = forms.ChoiceField(
        label=_("Kan dat voor jou?"),
        widget=forms.RadioSelect,
        choices=(
            (TaskWord.Answer.FINE.value, _("Ja, dat is goed")),
            (TaskWord.Answer.OTHER.value, _("Liever een andere dag")),
        ),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wat voor jou kan.")),
    )
    other_due = DayField(label=_("Welke dag is beter?"), required=False)
    words = some_words(_("Wil je er iets bij zeggen?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_other_due(self) -> date | None:
        day: date | None = self.cleaned_data["other_due"]
        is_other = self.cleaned_data.get("answer") == TaskWord.Answer.OTHER.value
        if is_other and day is None:
            raise forms.ValidationError(_("Vul de dag in die beter is."))
        return not_before(day, self.today) if day and is_other else None
