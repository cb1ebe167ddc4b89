"""When and how often somebody is mailed, as a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samenstroom.rules.mail_hours import Often
from samenstroom.rules.mail_subjects import Subject

from .choices import Chosen
from .wording import DAYS, OFTEN, SUBJECTS

ZONES = (
    ("Europe/Amsterdam", _("Nederland, België en Midden-Europa")),
    ("Europe/London", _("Verenigd Koninkrijk, Ierland en Portugal")),
    ("Atlantic/Canary", _("Canarische Eilanden")),
    ("Europe/Athens", _("Griekenland, Finland en Roemenië")),
    ("Europe/Istanbul", _("Turkije")),
    ("Africa/Casablanca", _("Marokko")),
    ("Africa/Johannesburg", _("Zuid-Afrika")),
    ("America/Paramaribo", _("Suriname")),
    ("America/Curacao", _("Aruba, Bonaire en Curaçao")),
    ("America/New_York", _("Oosten van de Verenigde Staten en Canada")),
    ("America/Chicago", _("Midden van de Verenigde Staten")),
    ("America/Los_Angeles", _("Westen van de Verenigde Staten en Canada")),
    ("Asia/Dubai", _("Verenigde Arabische Emiraten")),
    ("Asia/Kolkata", _("India")),
    ("Asia/Jakarta", _("Thailand en het westen van Indonesië")),
    ("Asia/Makassar", _("Bali en de Filipijnen")),
    ("Asia/Tokyo", _("Japan en Korea")),
    ("Australia/Sydney", _("Oosten van Australië")),
    ("Pacific/Auckland", _("Nieuw-Zeeland")),
)
A_DAY = (1, 2, 3, 5, 10)
ORDINARY = "none"


class ChoiceForm(forms.Form):
    """Her days, hours, zone and holidays; and per subject how often."""

    weekdays = forms.MultipleChoiceField(
        label=_("Op welke dagen mag er mail komen?"),
        choices=[(str(number), day) for number, day in enumerate(DAYS)],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één dag.")},
    )
    opens = forms.TypedChoiceField(
        label=_("Vanaf"), coerce=int, choices=[(hour, format_lazy(_("{hour} uur"), hour=hour)) for hour in range(24)]
    )
    closes = forms.TypedChoiceField(
        label=_("Tot"), coerce=int, choices=[(hour, format_lazy(_("{hour} uur"), hour=hour)) for hour in range(1, 25)]
    )
    zone = forms.ChoiceField(label=_("Waar ben je?"), choices=ZONES, help_text=_("Zo weten we hoe laat het bij je is."))
    holidays = forms.ChoiceField(
        label=_("Op welke feestdagen geen mail?"),
        choices=[
            ("NL", _("Die van Nederland")),
            ("BE", _("Die van België")),
            (ORDINARY, _("Feestdagen zijn gewone dagen")),
        ],
        widget=forms.RadioSelect,
    )
    weekly_on = forms.TypedChoiceField(
        label=_("Op welke dag komt de mail van de week?"), coerce=int, choices=list(enumerate(DAYS))
    )
    a_day = forms.TypedChoiceField(
        label=_("Hoeveel mails op een dag?"),
        coerce=int,
        choices=[
            (0, _("Zoveel als er zijn")),
            *((number, format_lazy(_("Hoogstens {number}"), number=number)) for number in A_DAY),
        ],
        help_text=_("Wat erboven komt, gaat samen in één mail, de eerste dag dat het weer kan."),
    )

    def __init__(self, data: Mapping[str, Any] | None, chosen: Chosen) -> None:
        initial: dict[str, Any] = {
            "weekdays": [str(day) for day in sorted(chosen.weekdays)], "opens": chosen.opens, "closes": chosen.closes,
            "zone": chosen.zone, "holidays": chosen.holidays or ORDINARY, "weekly_on": chosen.weekly_on,
            "a_day": chosen.a_day or 0,
        }  # fmt: skip
        initial |= {_field(one): chosen.often.get(one, Often.AT_ONCE).value for one in Subject}
        super().__init__(data, initial=initial)
        for subject in Subject:
            self.fields[_field(subject)] = forms.ChoiceField(
                label=SUBJECTS[subject], choices=[(often.value, OFTEN[often]) for often in Often]
            )

    def subjects(self) -> list[BoundField]:
        """One field per subject."""
        return [self[_field(subject)] for subject in Subject]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("opens") is not None and said.get("closes") is not None and said["opens"] >= said["closes"]:
            self.add_error("closes", _("Kies een uur dat later is dan het begin."))
        return said

    def chosen(self) -> Chosen:
        """What she chose; only after `is_valid`."""
        said = self.cleaned_data
        return Chosen(
            zone=said["zone"], opens=said["opens"], closes=said["closes"],
            holidays=said["holidays"].removeprefix(ORDINARY),
            weekdays=frozenset(int(day) for day in said["weekdays"]), weekly_on=said["weekly_on"],
            a_day=said["a_day"] or None, often={subject: Often(said[_field(subject)]) for subject in Subject},
        )  # fmt: skip


def _field(subject: Subject) -> str:
    return f"often_{subject.value}"
