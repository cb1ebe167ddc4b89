"""What is written about a handover; parsed the same for every door."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import HandoverItem
from samenstroom.farewell.wording.handover import handover_texts
from samenstroom.rules.handover import (
    BOTH,
    MOST_LINES,
    TITLE_MAX,
    ItemWords,
    Kind,
    lines_of,
    looks_like_password,
)

WHERE_MAX, LINES_MAX = 2000, 12_000
SECRET = _(
    "Dit lijkt op een wachtwoord of code. Schrijf liever op waar het bewaard wordt. "
    "Is het geen geheim? Zet dan hieronder een vinkje."
)


def too_long(limit: int) -> Any:
    """The message for a text that does not fit."""
    return {
        80: _("Dit is wat lang. Maak er maximaal 80 tekens van."),
        300: _("Dit is wat lang. Maak er maximaal 300 tekens van."),
        2000: _("Dit is wat lang. Maak er maximaal 2000 tekens van."),
        12_000: _("Dit is wat lang. Maak er maximaal 12.000 tekens van."),
    }[limit]


class _ItemForm(forms.Form):
    """What items have in common: the kind, who does it, until when, and the friendly question about secrets."""

    kind = forms.ChoiceField(
        label=_("Wat voor ding is het?"),
        error_messages={"required": _("Kies wat voor ding het is."), "invalid_choice": _("Kies een van de soorten.")},
    )
    who = forms.ChoiceField(
        label=_("Wie doet dit?"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Kies wie dit doet.")},
    )
    until_on = DayField(label=_("Tot wanneer?"), required=False, help_text=_("Mag leeg blijven."))
    sure = forms.BooleanField(label=_("Dit is geen geheim. Bewaar het zo."), required=False)

    secrets: Sequence[str] = ()

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit = visit
        _choices(
            self.fields["kind"], [(one["id"], f"{one['label']}: {one['hint']}") for one in handover_texts()["kinds"]]
        )
        _choices(
            self.fields["who"],
            [("me", _("Ik")), ("other", visit.other_name), (BOTH, _("Wij allebei")), ("", _("Nog niet gekozen"))],
        )
        self.fields["kind"].initial, self.fields["who"].initial = Kind.TASK.value, ""

    @property
    def asks_sure(self) -> bool:
        """Whether something in it looks like a secret: then she can say that it is none."""
        return any(SECRET in errors for errors in self.errors.values()) or bool(self["sure"].value())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in self.secrets:
            if not data.get("sure") and looks_like_password(str(data.get(name) or "")):
                self.add_error(name, SECRET)
        return data

    def side(self) -> str:
        """Who does it, as it is kept."""
        sides = {"me": str(self.visit.party.position), "other": str(self.visit.other_party.position)}
        return sides.get(self.cleaned_data["who"], str(self.cleaned_data["who"]))


def _choices(field: forms.Field, choices: Iterable[tuple[str, Any]]) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


class AddItemsForm(_ItemForm):
    """Several at once: one per line, and what often comes up."""

    lines = forms.CharField(
        label=_("Wat draag je over?"),
        required=False,
        max_length=LINES_MAX,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": too_long(12_000)},
    )
    ideas = forms.MultipleChoiceField(
        label=_("Dit komt vaak voor"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Een van deze dingen staat al op de lijst.")},
    )
    secrets = ("lines",)

    def __init__(self, *args: Any, ideas: Sequence[ItemWords], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.all_ideas = list(ideas)
        _choices(self.fields["ideas"], [(one.source, one.title) for one in ideas])

    def clean_lines(self) -> list[str]:
        lines = lines_of(self.cleaned_data["lines"])
        if len(lines) > MOST_LINES:
            raise ValidationError(_("Dat zijn veel regels. Neem er maximaal 40 tegelijk."))
        if any(len(line) > TITLE_MAX for line in lines):
            raise ValidationError(_("Eén regel is wat lang. Maak er maximaal 300 tekens van."))
        return lines

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors and not data.get("lines") and not data.get("ideas"):
            self.add_error("lines", _("Schrijf één ding op, of kies er een uit de lijst."))
        return data

    def items(self) -> list[ItemWords]:
        """What she typed, then what she picked."""
        data, who = self.cleaned_data, self.side()
        typed = [ItemWords(data["kind"], line, "", who, data["until_on"]) for line in data["lines"]]
        picked = [one for one in self.all_ideas if one.source in data["ideas"]]
        return typed + picked


class ItemForm(_ItemForm):
    """One item in full."""

    title = forms.CharField(
        label=_("Wat is het?"),
        max_length=TITLE_MAX,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf in een paar woorden wat het is."), "max_length": too_long(300)},
    )
    where = forms.CharField(
        label=_("Waar staat het, of hoe gaat het?"),
        required=False,
        max_length=WHERE_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": too_long(2000)},
    )
    secrets = ("title", "where")

    def __init__(self, *args: Any, item: HandoverItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {str(self.visit.party.position): "me", str(self.visit.other_party.position): "other"}
        self.fields["where"].help_text = handover_texts()["secret"]
        self.initial = {
            "kind": item.kind, "title": item.title, "where": item.where, "until_on": item.until_on,
            "who": names.get(str(item.who), str(item.who)),
        }  # fmt: skip

    def words(self) -> ItemWords:
        """The item as it is kept."""
        data = self.cleaned_data
        until: date | None = data["until_on"]
        return ItemWords(data["kind"], data["title"], data["where"], self.side(), until)


class PickForm(forms.Form):
    """Some things out of a list, by key."""

    picked = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("De lijst is veranderd. Kijk nog eens en kies opnieuw.")},
    )

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["picked"], choices)
