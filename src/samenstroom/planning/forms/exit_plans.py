"""Words for when it ever stops: the questions come from the content file, and everything may stay open but not all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from samenstroom.planning.wording.exit_plans import exit_texts
from samenstroom.rules.start_lists import looks_like_a_secret

from .kickoff import LONG, too_long
from .start_lists import SECRET


class ExitPlanForm(forms.Form):
    """The questions of one part: `joint` for both, `own` for herself."""

    use_required_attribute = False

    def __init__(self, *args: Any, part: str, kept: Mapping[str, str], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.initial = dict(kept)
        for one in exit_texts()[part]:
            self.fields[str(one["id"])] = forms.CharField(
                label=one["label"], help_text=one["hint"], required=False, max_length=LONG,
                widget=forms.Textarea(attrs={"rows": 3}), error_messages={"max_length": too_long(LONG)},
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """At least one thing is said, and nothing is a secret itself: a page of both is no place for one."""
        data = super().clean() or self.cleaned_data
        for name in [name for name in self.fields if looks_like_a_secret(data.get(name, ""))]:
            self.add_error(name, SECRET)
        if not self.errors and not self.content():
            raise forms.ValidationError(_("Vul iets in, al is het één ding."))
        return data

    def content(self) -> dict[str, str]:
        """What was said; what was left open is not in it."""
        return {name: said for name in self.fields if (said := self.cleaned_data.get(name, "").strip())}
