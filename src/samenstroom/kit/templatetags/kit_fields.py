"""Form fields in templates: label, hint, error and control, wired together."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BaseForm, BoundField
from django.forms.widgets import Widget
from django.utils.translation import gettext

STEPS = tuple("12345")
# Widget class, kind of control, style classes; the first that fits counts.
KINDS: tuple[tuple[type[Widget], str, str], ...] = (
    (forms.CheckboxInput, "tick", ""),
    (forms.RadioSelect, "choices", ""),
    (forms.CheckboxSelectMultiple, "choices", ""),
    (forms.Select, "control", "select"),
    (forms.Textarea, "control", "textarea"),
    (forms.NumberInput, "control", "input input--short"),
    (forms.DateInput, "control", "input input--short"),
    (forms.Widget, "control", "input"),
)


def field(
    bound: BoundField,
    label: str = "",
    hint: str = "",
    size: str = "",
    voice: bool = False,
    code: bool = False,
    hints: Mapping[str, str] | None = None,
    pocket: str = "",
    narrow: bool = True,
    heading: str = "",
) -> dict[str, Any]:
    """``{% field form.x %}``: everything of one field.

    ``size`` is ``short`` or ``tiny``; ``voice`` is for someone's own words; ``code`` for a short code to type
    over; ``hints`` maps the value of a choice to a second line, ``pocket`` is the value of the choice that
    stays private; ``heading`` (``h1``) makes the legend of a group of choices the heading of the page.
    """
    kind, classes = next((kind, css) for widget, kind, css in KINDS if isinstance(bound.field.widget, widget))
    return _shared(bound, label, hint) | {
        "kind": kind,
        "control": _control(bound, classes, size, voice, code, hint) if kind != "choices" else "",
        "options": _options(bound, hints or {}, pocket) if kind == "choices" else [],
        "narrow": narrow,
        "heading": heading,
    }


def scale(bound: BoundField, label: str = "", hint: str = "", heading: str = "h1") -> dict[str, Any]:
    """``{% scale form.x %}``: five large options with two lines each, and any other choice apart.

    The legend holds the page's ``h1``; ``heading`` can be ``h2``, or ``plain`` for no heading at all.
    """
    return _shared(bound, label, hint) | _steps(bound) | {"heading": heading}


def beads(bound: BoundField, label: str = "", hint: str = "", private: bool = False, skip: str = "") -> dict[str, Any]:
    """``{% beads form.x %}``: a row of five and, apart from it, any other choice ("kan ik niet zeggen").

    ``skip`` is the value of that other choice; without it, every choice that is not 1 to 5 stands apart.
    """
    return _shared(bound, label, hint) | _steps(bound, skip) | {"private": private}


def error_summary(*all_forms: BaseForm) -> dict[str, Any]:
    """``{% error_summary form %}``: what to look at again, with links; nothing without errors."""
    problems: list[dict[str, str]] = []
    for form in all_forms:
        problems += [{"text": str(text), "target": ""} for text in form.non_field_errors()]
        for bound in form:
            problems += [{"text": text, "target": _target(bound)} for text in _errors(bound, in_summary=True)]
    return {"problems": problems}


def _shared(bound: BoundField, label: str, hint: str) -> dict[str, Any]:
    hint = hint or str(bound.help_text)
    described = [f"{bound.auto_id}_helptext"] * bool(hint) + [f"{bound.auto_id}_error"] * bool(bound.errors)
    return {
        "field": bound,
        "label": label or bound.label,
        "hint": hint,
        "described_by": " ".join(described),
        "errors": _errors(bound),
        "is_optional": not bound.field.required,
    }


def _errors(bound: BoundField, in_summary: bool = False) -> list[str]:
    """What is wrong, in words; an empty field says what to do instead of that it is compulsory."""
    texts = []
    for error in bound.form.errors.as_data().get(bound.name, []):
        if error.message != forms.Field.default_error_messages["required"]:
            texts += error.messages
        elif in_summary:
            texts.append(gettext("Nog leeg: %(label)s") % {"label": bound.label})
        elif isinstance(bound.field.widget, (forms.Select, forms.RadioSelect)):
            texts.append(gettext("Maak hier nog een keuze."))
        else:
            texts.append(gettext("Vul dit nog in."))
    return texts


def _control(bound: BoundField, classes: str, size: str, voice: bool, code: bool, hint: str) -> str:
    widget = bound.field.widget
    attrs: dict[str, Any] = {}
    if css := _classes(classes, size, voice, code, widget):
        attrs["class"] = css
    if described := _shared(bound, "", hint)["described_by"]:
        attrs["aria-describedby"] = described
    if isinstance(widget, forms.EmailInput):
        attrs.setdefault("autocomplete", "email")
    if code:
        attrs |= {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
    # What the form itself says about its widget goes first.
    attrs = {name: value for name, value in attrs.items() if name == "class" or name not in widget.attrs}
    return bound.as_widget(attrs=attrs)


def _classes(classes: str, size: str, voice: bool, code: bool, widget: Widget) -> str:
    base = classes.split(" ")[0]
    names = [base if size else classes, widget.attrs.get("class", "")]
    names += [f"{base}--{size}"] * bool(size) + [f"{base}--voice"] * voice + ["input--code"] * code
    return " ".join(name for name in names if name)


def _steps(bound: BoundField, skip: str = "") -> dict[str, Any]:
    """The five steps and, apart from them, every other choice."""
    options = _options(bound, {}, "")
    steps = [option for option in options if option["value"] in STEPS and option["value"] != skip]
    return {
        "options": steps,
        "apart": [option for option in options if option["value"] and option not in steps],
    }


def _options(bound: BoundField, hints: Mapping[str, str], pocket: str) -> list[dict[str, Any]]:
    options = []
    for option in bound.subwidgets:
        data = option.data
        value = str(data["value"])
        options.append(
            {
                "id": option.id_for_label,
                "type": data["type"],
                "name": data["name"],
                "value": value,
                "label": data["label"],
                "is_chosen": data["selected"],
                "more": hints.get(value, ""),
                "is_private": bool(pocket) and value == pocket,
                "is_required": bool(data["attrs"].get("required")),
            }
        )
    return options


def _target(bound: BoundField) -> str:
    """The id a link in the summary leads to: the control, or the first choice of a group."""
    return bound.id_for_label or f"{bound.auto_id}_0"
