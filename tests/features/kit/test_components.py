"""Parts of the kit as templates see them."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import get_template
from django.urls import NoReverseMatch

import samenstroom.kit
from samenstroom.kit.components import BLOCKS, COMPONENTS
from samenstroom.kit.templatetags.kit_samples import pattern_samples

KIT = Path(samenstroom.kit.__file__).parent
STYLES = KIT / "static" / "samenstroom" / "css"


def render(source: str, **values: Any) -> str:
    return Template("{% load kit %}" + source).render(Context(values))


def flat(html: str) -> str:
    return " ".join(html.split())


def sections() -> str:
    """The whole pattern page, without the page around it."""
    pages = sorted((KIT / "templates" / "kit" / "patterns").glob("*.html"))
    context = {"sample": pattern_samples()}
    return "".join(get_template(f"kit/patterns/{page.name}").render(context) for page in pages)


class Form(forms.Form):
    """What Noor fills in."""

    name = forms.CharField(label="Hoe heet je opdrachtgever?", help_text="Zoals je haar noemt.")
    words = forms.CharField(label="Een paar woorden", required=False, widget=forms.Textarea)
    email = forms.EmailField(label="Je e-mailadres")
    sharing = forms.ChoiceField(
        label="Wat doen we ermee?", choices=[("now", "Nu delen"), ("mine", "Alleen voor mij")],
        widget=forms.RadioSelect,
    )  # fmt: skip
    flow = forms.ChoiceField(
        label="Stroomt het?",
        choices=[*((str(n), f"stap {n}") for n in range(1, 6)), ("skip", "Kan ik niet zeggen")],
        widget=forms.RadioSelect,
    )
    agrees = forms.BooleanField(label="Ik ga akkoord", required=False)


# Block components


def test_default_slot_is_what_stands_outside_the_slots() -> None:
    html = render(
        '{% component "attention_item" title="Nu jij" %}Eerst dit.{% slot "act" %}<b>doe</b>{% endslot %}'
        " En dat.{% endcomponent %}"
    )
    assert "<p>Eerst dit. En dat.</p>" in html
    assert '<div class="attention__act"><b>doe</b></div>' in html


def test_a_slot_may_stand_in_a_condition_and_hold_a_component() -> None:
    source = (
        '{% component "task_item" title="Check-in" %}{% if done %}{% slot "status" %}'
        '{% component "status" icon="check" %}Klaar{% endcomponent %}'
        "{% endslot %}{% endif %}{% endcomponent %}"
    )
    assert "Klaar" in render(source, done=True)
    assert "status" not in render(source, done=False)


def test_what_a_person_typed_is_escaped() -> None:
    html = render(
        '{% component "bubble" side="other" name=name who=name %}{{ words }}{% endcomponent %}',
        name='<i>"Marleen"</i>',
        words="<script>alert(1)</script>",
    )
    assert "<script>" not in html
    assert "<i>" not in html
    assert "&lt;script&gt;" in html


def test_nothing_around_a_component_leaks_into_it() -> None:
    assert "geheim" not in render('{% component "section_head" title="Hoi" %}{% endcomponent %}', id="geheim")


@pytest.mark.parametrize(
    "source",
    [
        '{% component "bestaat-niet" %}{% endcomponent %}',
        '{% component "sheet" kleur="rood" %}{% endcomponent %}',
        '{% component "sheet" los %}{% endcomponent %}',
        "{% component %}{% endcomponent %}",
        '{% component "sheet" %}{% slot "act" %}x{% endslot %}{% endcomponent %}',
        '{% slot "act" %}x{% endslot %}',
        '{% icon "bestaat-niet" %}',
        '{% icon "../base" %}',
        '{% phase_sign "bestaat-niet" %}',
        '{% circle_icon "bestaat-niet" %}',
    ],
)
def test_what_the_kit_does_not_know_is_an_error(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        render(source)


def test_a_private_block_always_says_so() -> None:
    assert "Alleen voor mij" in render('{% component "pocket" %}Noor{% endcomponent %}')
    assert "Alleen voor mij" not in render('{% component "pocket" chip=False %}Noor{% endcomponent %}')


# Leaf parts


def test_icons_are_hidden_from_screen_readers() -> None:
    assert 'aria-hidden="true"' in render('{% icon "lock" %}')
    assert 'class="icon icon--turn"' in render('{% icon "chev" "icon--turn" %}')


def test_a_private_feeling_has_one_line() -> None:
    assert render("{% glyph 3 %}").count("<path") == 2
    assert render("{% glyph 3 single=True %}").count("<path") == 1
    assert render("{% glyph value %}", value=None) == ""


@pytest.mark.parametrize("stage", ["explore", "agree", "start", "work", "adjust", "farewell", "learn"])
def test_every_stage_has_its_sign(stage: str) -> None:
    assert "<path" in render("{% phase_sign stage %}", stage=stage)


def test_avatar_shows_one_escaped_letter() -> None:
    assert ">M<" in render('{% avatar " marleen" "other" %}')
    assert "&lt;" in render("{% avatar name %}", name="<b>")
    assert render('{% duo "Noor" "Marleen" %}').count("avatar--") == 2


def test_url_here_stays_in_the_door() -> None:
    request = SimpleNamespace(resolver_match=SimpleNamespace(namespace="een-deur-die-er-niet-is"))
    with pytest.raises(NoReverseMatch, match="een-deur-die-er-niet-is"):
        render('{% url_here "page" %}', request=request)


# Fields


def test_hint_then_error_describe_the_control() -> None:
    html = flat(render("{% field form.name %}", form=Form({})))
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert html.index('id="id_name_helptext"') < html.index('id="id_name_error"') < html.index("<input")
    assert "Fout:" in html


def test_only_what_is_not_needed_is_marked() -> None:
    assert "(hoeft niet)" in render("{% field form.words %}", form=Form())
    assert "(hoeft niet)" not in render("{% field form.name %}", form=Form())
    assert "(hoeft niet)" not in render("{% field form.agrees %}", form=Form())


def test_an_empty_field_says_what_to_do() -> None:
    assert "Vul dit nog in." in render("{% field form.name %}", form=Form({}))
    assert "Maak hier nog een keuze." in render("{% field form.sharing %}", form=Form({}))


def test_typed_text_stays_and_is_escaped() -> None:
    html = render("{% field form.email %}", form=Form({"email": '"><script>'}))
    assert "<script>" not in html
    assert "&quot;&gt;&lt;script&gt;" in html


def test_a_private_choice_is_drawn_as_a_pocket_and_can_have_a_second_line() -> None:
    html = render(
        '{% field form.sharing pocket="mine" hints=hints %}',
        form=Form(initial={"sharing": "now"}),
        hints={"mine": "Naar je eigen notities."},
    )
    assert html.count("choice--pocket") == 1
    assert "Naar je eigen notities." in html
    assert html.count(" checked") == 1


def test_beads_set_another_answer_apart() -> None:
    html = render("{% beads form.flow %}", form=Form(initial={"flow": "skip"}))
    assert html.count('class="bead"') == 5
    assert html.count("tick--apart") == 1
    assert html.count(" checked") == 1
    included = render('{% include "kit/parts/beads.html" with field=form.flow %}', form=Form())
    assert included.count('class="bead"') == 5


def test_scale_holds_the_heading_of_the_page() -> None:
    html = flat(render('{% include "kit/parts/scale.html" with field=form.flow %}', form=Form()))
    assert "<legend><h1" in html
    assert "<h1" not in render('{% scale form.flow heading="plain" %}', form=Form())


def test_summary_links_to_the_fields() -> None:
    html = render("{% error_summary form %}", form=Form({"name": "Marleen", "email": "x"}))
    assert 'role="alert"' in html
    assert 'tabindex="-1"' in html
    assert 'href="#id_email"' in html
    assert 'href="#id_sharing_0"' in html
    assert "Nog leeg: Stroomt het?" in html
    assert not render("{% error_summary form %}", form=Form()).strip()


# The pattern page and the registry


def test_every_component_has_its_template_style_and_place_on_the_pattern_page() -> None:
    page = sections()
    anchors = set(re.findall(r'<h2 id="([\w-]+)"', page))
    for part in COMPONENTS.values():
        assert part.anchor in anchors, part.name
        assert (STYLES / "components" / part.style).is_file(), part.name
        if part.template:
            get_template(part.template)


def test_every_template_and_style_is_in_the_registry() -> None:
    blocks = {path.stem for path in (KIT / "templates" / "kit" / "components").glob("*.html")}
    assert blocks == set(BLOCKS)
    styles = {path.name for path in (STYLES / "components").glob("*.css")}
    assert styles == {part.style for part in COMPONENTS.values()}
    imported = set(re.findall(r'url\("components/([\w-]+\.css)"\)', (STYLES / "app.css").read_text()))
    assert imported == styles


def test_every_block_component_is_shown_on_the_pattern_page() -> None:
    sources = "".join(path.read_text() for path in (KIT / "templates" / "kit" / "patterns").glob("*.html"))
    for name in BLOCKS:
        assert f'{{% component "{name}"' in sources, name


def test_every_chart_has_a_legend_and_a_table() -> None:
    charts = re.findall(r"<figure.*?</figure>", sections(), re.S)
    assert len(charts) == 6
    for chart in charts:
        assert '<ul class="legend">' in chart
        assert "<table" in chart
        assert "Bekijk als tabel" in chart


def test_no_part_has_inline_style_or_script() -> None:
    page = sections()
    assert not re.search(r"\sstyle=|\son\w+=|<script|<style", page)


def test_ids_on_the_pattern_page_are_unique() -> None:
    ids = re.findall(r'\sid="([^"]+)"', sections())
    assert not {name for name in ids if ids.count(name) > 1}


def test_raw_colours_exist_in_the_tokens_only() -> None:
    for path in STYLES.rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
        if path.name == "tokens.css":
            continue
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b|(?:oklch|rgba?|hsla?)\(\s*[\d.]", text), path.name
        assert "gradient" not in text or path.name == "visibility.css", path.name


def test_style_files_stay_small() -> None:
    for path in (STYLES / "components").glob("*.css"):
        assert path.read_text().count("\n") <= 150, path.name
