"""Giving an advice and answering it; parsed the same for every door."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.agreements.models import AdviceText, ExtraWork

from .fields import SHORT, whole, words


class AdviceForm(forms.Form):
    """What was asked, what is better, why, and what happens anyway."""

    asked = words(_("Wat werd er gevraagd, of wat is het plan?"), required=True, rows=2)
    instead = words(_("Wat raad je aan?"), required=True)
    why = words(_("Waarom?"), required=True, hint=_("Wat je weet of hebt gezien, en wat er mis kan gaan."))
    source = words(_("Waar staat dat?"), SHORT, hint=_("Een boek, onderzoek of pagina."), rows=1)
    source_year = whole(_("Uit welk jaar?"), 2100)
    anyway = words(_("Wat doe je hoe dan ook?"), hint=_("Ook als er anders wordt gekozen."), rows=2)
    work = forms.ChoiceField(label=_("Gaat het over meerwerk dat er ligt?"), required=False)

    def __init__(self, *args: Any, extra: Sequence[ExtraWork], chosen: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {one.public_id: one for one in extra}
        work = self.fields["work"]
        assert isinstance(work, forms.ChoiceField)
        work.choices = [("", _("Nee")), *((key, str(one.what)[:80]) for key, one in self.extra.items())]
        if chosen in self.extra:
            self.initial = {"work": chosen, "asked": str(self.extra[chosen].what)}
        if not extra:
            del self.fields["work"]

    def text(self) -> AdviceText:
        """Everything the other reads."""
        data = self.cleaned_data
        year = data["source_year"]
        return AdviceText(
            asked=data["asked"],
            instead=data["instead"],
            why=data["why"],
            source=data["source"],
            source_year="" if year is None else str(year),
            anyway=data["anyway"],
        )

    def work_meant(self) -> ExtraWork | None:
        """The extra work it is about, if any."""
        return self.extra.get(self.cleaned_data.get("work", ""))


class AdviceAnswerForm(forms.Form):
    """A few words with the answer."""

    words = words(_("Wil je er iets bij zeggen?"), rows=2)


class OutcomeForm(forms.Form):
    """How it went."""

    outcome = words(_("Hoe is het gegaan?"), required=True, hint=_("Wat er gebeurde. Zonder gelijk te krijgen."))
