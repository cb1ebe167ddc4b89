"""Ticking tasks of the first weeks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.actions.tasks import TaskTerms
from samenstroom.planning.forms.tasks import OwnerMixin
from samenstroom.planning.wording.task_ideas import TaskIdea
from samenstroom.planning.wording.tasks import day_words
from samenstroom.rules.promises import Firmness


class TaskIdeasForm(OwnerMixin):
    """What fits, and who does it; one by one that can be changed later."""

    picked = forms.MultipleChoiceField(
        label=_("Wat hoort erbij?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies iets wat erbij hoort."), "invalid_choice": _("Kies iets uit de lijst.")},
    )
    field_order = ("picked", "owner")

    def __init__(self, *args: Any, visit: Visit, ideas: Sequence[TaskIdea], **kwargs: Any) -> None:
        super().__init__(*args, visit=visit, **kwargs)
        self.ideas = {idea.source: idea for idea in ideas}
        field = self.fields["picked"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(idea.source, f"{idea.what} ({day_words(idea.due_on, self.today)})") for idea in ideas]
        self.fields["owner"].initial = "both"

    def terms(self) -> list[TaskTerms]:
        """What comes on the plan."""
        picked = [self.ideas[source] for source in self.cleaned_data["picked"]]
        return [
            TaskTerms(
                one.what, owner=self.party(), due_on=one.due_on, due_kind=Firmness.TARGET.value, source=one.source
            )
            for one in picked
        ]
