"""Noting what was signed elsewhere: who does the work, the day, the terms that count most, and the PDF."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samenstroom.agreements.actions.elsewhere import Paper
from samenstroom.agreements.forms.terms import NO, YES, TermsForm
from samenstroom.agreements.wording.document import PARTNERS
from samenstroom.agreements.wording.elsewhere import GROUPS, asked_elsewhere
from samenstroom.collaborations.forms import NOTE_MAX, TOO_LONG, DayField
from samenstroom.files.forms.kept import safe_name
from samenstroom.files.kinds import MOST_BYTES, PDF, kind_of
from samenstroom.files.queries.kept import Room

LONG_AGO = date(1990, 1, 1)
MOST_DAYS = 3650
FEW = {
    "payment_term_days": MOST_DAYS, "notice_days_provider": MOST_DAYS, "notice_days_client": MOST_DAYS,
    "renewal_notice_days": MOST_DAYS, "reminder_days_before_suspension": MOST_DAYS, "hours_per_week_expected": 168,
    "response_hours": 1000, "review_months": 120,
}  # fmt: skip
"""The most that makes sense; more is a slip of the finger."""


class ElsewhereForm(TermsForm):
    """Who does the work and the day; the rest may stay empty, and is then not known."""

    def __init__(
        self, *args: Any, kind: str, names: tuple[str, str], values: Mapping[str, Any], today: date, **kwargs: Any
    ) -> None:
        self.kind, self.today = kind, today
        super().__init__(*args, asked=asked_elsewhere(kind, *names), values=values, is_tight=True, **kwargs)
        self._add_first(names[1])
        for one in self.asked:
            field = self.fields[one.name]
            if isinstance(field, forms.ChoiceField):
                options = one.options or ((YES, _("Ja")), (NO, _("Nee")))
                field.choices = [("", _("Niet bekend")), *options]

    def _add_first(self, other_name: str) -> None:
        if self.kind not in PARTNERS:
            self.fields["provider"] = forms.ChoiceField(
                label=_("Wie doet het werk?"), choices=[("me", _("Ik")), ("other", other_name)],
                widget=forms.RadioSelect,
                error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wie het werk doet.")),
            )  # fmt: skip
        self.fields["signed_on"] = DayField(
            label=_("Op welke dag was het getekend?"), help_text=_("De dag waarop de laatste van jullie tekende.")
        )

    def clean_signed_on(self) -> date:
        day: date = self.cleaned_data["signed_on"]
        if day > self.today:
            raise forms.ValidationError(_("Kies vandaag of een eerdere dag."))
        if day < LONG_AGO:
            raise forms.ValidationError(_("Vul een datum in, bijvoorbeeld 19-10-2026."))
        return day

    def clean(self) -> dict[str, Any]:
        """What nobody can mean is asked again; an end comes after its start."""
        data = super().clean() or {}
        for name, most in FEW.items():
            if (data.get(name) or 0) > most:
                self.add_error(name, _("Vul een getal in tot en met %(most)s.") % {"most": most})
        starts, ends = data.get("start_date"), data.get("end_date")
        if starts and ends and ends < starts:
            self.add_error("end_date", _("Kies een dag na het begin."))
        return data

    @property
    def i_do_the_work(self) -> bool:
        """Of partners the one who notes it is the first."""
        return bool(self.cleaned_data.get("provider", "me") == "me")

    @property
    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The terms under their headings."""
        return [(title, [self[name] for name in names]) for title, names in GROUPS]


class PdfForm(forms.Form):
    """The PDF both signed, when there is one: hostile until its content was looked at."""

    file = forms.FileField(
        label=_("De getekende pdf"), required=False,
        help_text=_("Hooguit 10 MB. Zonder pdf kan het ook."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        error_messages={
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
            "max_length": _("De naam van dit bestand is te lang."),
            "invalid": _("Kies het bestand opnieuw."),
        },
    )  # fmt: skip

    def __init__(self, *args: Any, room: Room, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room, self.paper = room, None

    def clean_file(self) -> UploadedFile[bytes] | None:
        """Its size is looked at before its content, its content before its name."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if not file:
            return None
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("Dit bestand is groter dan 10 MB. Maak de pdf kleiner."))
        if (file.size or 0) > self.room.bytes or not self.room.files:
            raise forms.ValidationError(_("Jouw ruimte bij deze samenwerking is vol. Haal eerst een bestand weg."))
        content = file.read(MOST_BYTES + 1)
        kind = kind_of(content)
        if kind is None:
            raise forms.ValidationError(_("Dit is geen pdf. Kies de pdf die jullie tekenden."))
        if kind is not PDF:
            raise forms.ValidationError(
                _("Dit is een bestand van het soort %(kind)s. Bewaar het als pdf en kies het dan opnieuw."),
                params={"kind": kind.word},
            )
        self.paper = Paper(safe_name(file.name or "", PDF), PDF.media_type, content)  # type: ignore[assignment]
        return file


class DenyForm(forms.Form):
    """What is not right about it; the other reads this."""

    words = forms.CharField(
        label=_("Wat klopt er niet?"), max_length=NOTE_MAX, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bijvoorbeeld een getal dat anders was, of dat er nog niet getekend is."),
        error_messages={
            "required": _("Schrijf kort wat er niet klopt. Dan kan het goed komen te staan."),
            "max_length": TOO_LONG,
        },
    )  # fmt: skip
