"""Replay the retold cases of tests/cases and print what was told, what was missed, and the totals.

Run it from the root of the project: `python -m tools.cases`, or `make cases`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence, Sized

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests.cases.replay import Answer, Case, cases  # noqa: E402 (what is explored is read with our models)

LEAST_OUT, LEAST_FITTING = 3 / 4, 4 / 5


def main() -> int:
    """Print everything; returns 1 when a total is below what it must be."""
    found = cases()
    for case in found:
        print("\n".join(_lines(case)), end="\n\n")
    lines, holds = totals(found)
    print("\n".join(lines))
    return 0 if holds else 1


def _lines(case: Case) -> list[str]:
    head = [f"{case.name}: {case.document['retold']['title']}", f"  {case.document['source']}"]
    if case.kind in ("agreement", "farewell"):
        head.append(f"  {case.kind}: no signal is asked for; the text is for a check. {case.text}")
    steps = [_steps(case)] if case.fitting else []
    return [*head, *(_line(one) for one in case.answers), *steps, _beside(case)]


def _line(one: Answer) -> str:
    asked = one.asked
    what = f"{asked.severity:<5} {asked.signal:<28} event {asked.seq}, {asked.on}"
    if one.finding is None:
        return f"  missed  {what}: {asked.because or 'no reason known'}"
    weaker = "" if one.is_as_strong else ", weaker than asked"
    return f"  out     {what}: {one.finding.code} as {one.finding.level}{weaker}, since {one.first_on}"


def _steps(case: Case) -> str:
    shown = "; ".join(
        f"{code}: " + ", ".join(f"*{step}" if step in case.fitting else step for step in steps)
        for code, steps in case.steps.items()
    )
    return f"  steps   {'fits' if case.has_fitting_step else 'NONE FITS'} (* is asked for): {shown or 'none shown'}"


def _beside(case: Case) -> str:
    told = ", ".join(f"{one.code} as {one.level} on {one.on}" for one in case.also_told)
    if case.is_healthy:
        return f"  healthy {'WRONG: ' + told if told else 'nothing above a notice'}. {case.text}"
    return f"  beside  {told or 'nothing above a notice'}"


def totals(found: Sequence[Case]) -> tuple[list[str], bool]:
    """The totals in sentences, and whether those hold that must."""
    asked = [one for case in found for one in case.answers if one.asked.counts]
    out = [one for one in asked if one.finding]
    told = [case for case in found if case.asked]
    fitting = [case for case in told if case.has_fitting_step]
    wrong = [one for case in found if case.is_healthy for one in case.also_told]
    lines = [
        f"Signals asked as watch or alarm, out by their event at any level: {_share(out, asked)}; at least 75 %.",
        f"  as zorg or alarm (concern, alarm): {_share([one for one in asked if one.is_heavy], asked)}.",
        f"  no weaker than asked (watch as zorg, alarm as alarm): "
        f"{_share([one for one in asked if one.is_as_strong], asked)}.",
        f"Cases where one was out by the first event that needs it: {_share([c for c in told if c.in_time], told)}.",
        f"  as zorg or alarm: {_share([c for c in told if any(one.is_heavy for one in c.in_time)], told)}.",
        f"Cases with a fitting step among the first three: {_share(fitting, told)}; at least 80 %.",
        f"Findings above let op (notice) on healthy ones, outside what they allow: {len(wrong)}; none.",
    ]
    holds = len(out) >= LEAST_OUT * len(asked) and len(fitting) >= LEAST_FITTING * len(told) and not wrong
    return lines, holds


def _share(part: Sized, whole: Sized) -> str:
    return f"{len(part)} of {len(whole)} ({100 * len(part) / len(whole):.0f} %)"


if __name__ == "__main__":
    sys.exit(main())
