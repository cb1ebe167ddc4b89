"""Prints the tables; see the package."""

import argparse
import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any


def main(arguments: list[str]) -> int:
    """Measures and prints; 1 when a page could not be shown."""
    chosen = _parsed(arguments)
    if chosen.db == "postgres":
        from tools import postgres

        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped then too
        with postgres.server() as url:
            os.environ["BENCH_DATABASE_URL"] = url
            return _measure(chosen)
    return _measure(chosen)


def _measure(chosen: argparse.Namespace) -> int:
    _prepare()
    from bench import dossiers, made, pages, rules, searching

    sizes = [1, 10] if chosen.quick else [1, 10, 50]
    runs = 5 if chosen.quick else 21
    worlds = made.worlds(sizes, rounds=12)
    costs = pages.costs(worlds, runs=runs)
    speeds = rules.speeds(runs=runs)
    _print_pages(costs, runs)
    files = dossiers.costs(runs=runs)
    _print_rules(speeds)
    _print_dossiers(files)
    looks = [] if chosen.quick else searching.costs(worlds[-1], runs=3)
    _print_looks(looks)
    if chosen.json:
        tables = {"pages": costs, "rules": speeds, "dossiers": files, "searching": looks}
        _write(chosen.json, {name: [asdict(one) for one in rows] for name, rows in tables.items()})
    return int(any(one.status != 200 for one in costs))


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="What pages and rules cost.")
    parser.add_argument("--quick", action="store_true", help="fewer runs and no list of fifty")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers to FILE")
    parser.add_argument("--db", choices=["sqlite", "postgres"], default="sqlite", help="postgres: on its own server")
    return parser.parse_args(arguments)


def _prepare() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django

    django.setup()
    from samenstroom.cli.preparing import prepare

    prepare()


def _print_pages(costs: list[Any], runs: int) -> None:
    from bench.pages import BARE_ALONE, BARE_BEHIND, EMPTY_PAGE

    seconds = {one.name: one.seconds for one in costs}
    print(f"Pages, 12 opened rounds in each collaboration; CPU time, median of {runs} samples")
    print(f"{'page':40}{'ms':>8}{'x bare':>9}{'x bare, all':>13}{'x empty':>9}{'queries':>9}")
    for one in costs:
        if one.status != 200:
            print(f"{one.name:40}  answered {one.status}: not measured")
            continue
        ratios = [one.seconds / seconds[name] for name in (BARE_ALONE, BARE_BEHIND, EMPTY_PAGE)]
        alone, behind, empty = (f"{ratio:.1f}" for ratio in ratios)
        print(f"{one.name:40}{one.seconds * 1000:>8.2f}{alone:>9}{behind:>13}{empty:>9}{one.queries:>9}")
    print(f'"x bare": times the {BARE_ALONE}. "x bare, all": times the {BARE_BEHIND}.')
    print(f'"x empty": times the {EMPTY_PAGE}.\n')


def _print_rules(speeds: list[Any]) -> None:
    print("Rules: everything the indicators notice in one history")
    print(f"{'rounds':>8}{'a second':>12}{'x reading the answers':>24}")
    for one in speeds:
        print(f"{one.rounds:>8}{one.per_second:>12.0f}{one.times_reading:>24.1f}")


def _print_dossiers(files: list[Any]) -> None:
    print("\nDossiers: from the bytes of a file to its findings")
    print(f"{'file':>12}{'a second':>12}{'ms':>9}{'x decoding the JSON':>22}")
    for one in files:
        print(f"{one.name:>12}{one.per_second:>12.0f}{one.milliseconds:>9.1f}{one.times_decoding:>22.1f}")


def _print_looks(looks: list[Any]) -> None:
    print("\nSearching three years: one look")
    print(f"{'':>26}{'seconds':>10}{'queries':>9}{'looked in':>11}{'of':>5}")
    for one in looks:
        print(f"{one.name:>26}{one.seconds:>10.2f}{one.queries:>9}{one.looked_in:>11}{one.of:>5}")


def _write(target: Path, numbers: dict[str, Any]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(numbers, indent=2) + "\n", encoding="utf-8")
    print(f"\nThe numbers are in {target}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
