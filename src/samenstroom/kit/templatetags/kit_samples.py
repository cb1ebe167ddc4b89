"""Sample data for the page that shows every part; nothing here is about real people."""

from typing import Any

from django import forms, template
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samenstroom.kit.charts import Compass, GapRows, Point, Trend, Weave
from samenstroom.kit.templatetags.kit import ICONS
from samenstroom.kit.templatetags.kit_charts import STEP_WORDS

register = template.Library()

STEPS = [(str(step), capfirst(word)) for step, word in enumerate(STEP_WORDS, start=1)]
FEELINGS = list(zip("12345", [_("nee"), _("liever niet"), _("weet niet"), _("best goed"), _("ja")], strict=True))
SHARING = [("now", _("Nu delen")), ("talk", _("Bewaren voor ons gesprek")), ("mine", _("Alleen voor mij"))]
STAGES = (
    ("explore", _("Verkennen"), _("klaar")),
    ("agree", _("Afspreken"), _("getekend")),
    ("start", _("Starten"), _("klaar")),
    ("work", _("Samenwerken"), _("jullie zijn hier")),
    ("adjust", _("Bijsturen"), _("als het schuurt")),
    ("farewell", _("Afscheid"), _("als het tijd is")),
    ("learn", _("Leren"), _("daarna")),
)
DATES = ("8 juli", "22 juli", "5 aug", "19 aug", "2 sep", "16 sep", "30 sep")
POINTS = (
    Point("Communicatie", 2, 4),
    Point("Waarden", 4, 4),
    Point("Balans", 3, 4),
    Point("Vertrouwen", 4, 5),
    Point("Geld", 5, 4),
    Point("Prioriteiten", None, 3),
    Point("Klik", 1, 1),
)


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Hoe heet je opdrachtgever?"))
    starts_on = forms.DateField(
        label=_("Wanneer begin je?"),
        help_text=_("Bijvoorbeeld 19-10-2026"),
        error_messages={"invalid": _("Vul een datum in, bijvoorbeeld 19-10-2026.")},
    )
    email = forms.EmailField(label=_("Je e-mailadres"), required=False)
    password = forms.CharField(label=_("Je wachtwoord"), widget=forms.PasswordInput)
    weeks = forms.IntegerField(label=_("Om de hoeveel weken?"))
    code = forms.CharField(label=_("Je code"), help_text=_("Zes tekens. Plakken mag."))
    about = forms.ChoiceField(label=_("Over wie gaat het?"), choices=[("1", "Studio Linde, Marleen")])
    words = forms.CharField(label=_("Wat zei ze precies?"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    sharing = forms.ChoiceField(label=_("Wat doen we met je inbreng?"), choices=SHARING, widget=forms.RadioSelect)
    agrees = forms.BooleanField(label=_("Mijn hoofd zegt iets anders"), required=False)
    flow = forms.ChoiceField(label=_("Hoe liep het samenwerken?"), choices=STEPS, widget=forms.RadioSelect)
    balance = forms.ChoiceField(
        label=_("Balans"),
        help_text=_("allebei genoeg doen"),
        choices=[*STEPS, ("skip", _("Kan ik niet zeggen"))],
        widget=forms.RadioSelect,
    )
    feeling = forms.ChoiceField(label=_("Wat zegt je gevoel vandaag?"), choices=FEELINGS, widget=forms.RadioSelect)


@register.simple_tag
def pattern_samples() -> dict[str, Any]:
    """Forms, stages and charts in each of their states."""
    chosen = {
        "sharing": "talk",
        "flow": "2",
        "balance": "3",
        "feeling": "4",
        "agrees": True,
        "name": "Buurtbakkers",
    }
    faulty = SampleForm({"name": "Buurtbakkers", "starts_on": "gauw", "email": "marleen"}, auto_id="fout_%s")
    return {
        "form": SampleForm(initial=chosen, use_required_attribute=False),
        "faulty": faulty,
        "stages": [
            {
                "code": code,
                "label": label,
                "note": note,
                "url": "#route" if code != "learn" else "",
                "is_now": code == "work",
            }
            for code, label, note in STAGES
        ],
        "icons": sorted(path.stem for path in ICONS.glob("*.svg")),
        "charts": _charts(),
        "weaves": _weaves(),
        "answers": [
            {"label": _("Stroomt het?"), "text": _("Het gaat"), "url": "#lijsten"},
            {"label": _("Waardering"), "text": "", "url": "#lijsten"},
        ],
        "history": [
            {
                "when": "14 oktober",
                "machine_when": "2026-10-14",
                "what": _("Check-in verstuurd"),
                "who": "Noor",
            },
            {"when": "30 september", "what": _("Enveloppen open"), "url": "#lijsten"},
        ],
    }


def _charts() -> dict[str, Any]:
    both = {"my_name": "Jij", "their_name": "Bas"}
    mine, theirs = (4, 4, 4, 3, 3, 2, 2), (4, 4, 4, 4, 4, 4, 4)
    return {
        "compass": Compass(POINTS, caption="Op zes van de zeven punten zitten jullie dicht bij elkaar.", **both),
        "rows": GapRows(POINTS[:3], caption="Verschilrijen: hetzelfde op de telefoon.", **both),
        "solo_rows": GapRows(
            [Point(p.label, p.mine, None) for p in POINTS[:3]], my_name="Jij", caption="Alleen jouw kant."
        ),
        "trend": Trend(
            DATES,
            mine,
            theirs,
            caption="Over communicatie lopen jullie uit elkaar.",
            subject="Communicatie",
            **both,
        ),
        "gaps": Trend(
            DATES,
            (3, None, 4, 4, None, 5, 5),
            (3, 3, None, 4, 4, 5, 5),
            caption="Een gemiste check-in is een gat in de lijn.",
            subject="Vertrouwen",
            **both,
        ),
        "solo": Trend(DATES[:4], (2, 3, 3, 4), None, my_name="Jij", caption="Alleen jouw lijn.", subject="Klik"),
    }


def _weaves() -> dict[str, Weave]:
    return {
        "answers": Weave((4.4, 4.7, 4.4, 3.6, 3, 2.2, 1.9), (4.4, 4.7, 4.5, 4.7, 4.4, 4.7, 4.8)),
        "alone": Weave((3, 2.5, 4, 4.5), None),
        "start": Weave(shape="start"),
        "explore": Weave(shape="explore"),
        "farewell": Weave(shape="farewell"),
    }
