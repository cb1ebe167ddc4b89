"""`samenstroom signals` needs no database; `samenstroom dossier` shows nothing private without the person herself."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from samenstroom.collaborations.models import Collaboration
from samenstroom.dossier.export import as_text, export
from samenstroom.dossier.files import parts_of
from samenstroom.kit import clock
from tests.people import PASSWORD, Together, answer, day, together, with_account

ROOT = Path(__file__).resolve().parents[3]


def quiet_dossier(name: str = "Winkel Linde", silent: int = 2) -> dict[str, Any]:
    """Marleen answered once and was then silent for some rounds."""
    rounds = []
    for number in range(1, silent + 3):
        opened_on = f"2026-03-{2 + 7 * (number - 1):02}"
        sent: dict[str, Any] = {"sent_at": opened_on, "values": {"flow": 4, "trust": 4, "money": 4}}
        sides = [("a", "noor"), *([("b", "marleen")] if number == 1 else [])]
        opened = {"revealed_at": opened_on} if number == 1 else {}
        rounds.append(
            {
                "number": number,
                "opened_on": opened_on,
                **opened,
                "answers": [{"party": s, "by": w, **sent} for s, w in sides],
            }
        )
    return {
        "format": "samenstroom-dossier", "version": 1, "made_at": rounds[-1]["opened_on"], "made_for": "noor",
        "collaboration": {"name": name, "kind": "client_va", "stage": "work"},
        "parties": [{"key": "a", "speaker": "noor"}, {"key": "b", "speaker": "marleen"}],
        "people": [{"key": "noor", "name": "Noor Jansen", "party": "a"}, {"key": "marleen", "name": "Marleen de Vries", "party": "b"}],
        "rhythms": [{"weeks": 1, "proposed_at": "2026-03-01", "accepted_at": "2026-03-02"}], "rounds": rounds,
    }  # fmt: skip


def kept(folder: Path, name: str, *documents: Any) -> str:
    """A file with these dossiers: one as it is, more as one per line."""
    lines = [json.dumps(one) for one in documents]
    path = folder / name
    path.write_text(json.dumps(documents[0], indent=1) if len(lines) == 1 else "\n".join(lines) + "\n", "utf-8")
    return str(path)


def signals(*args: str) -> tuple[str, str, int]:
    out, err = io.StringIO(), io.StringIO()
    code = 0
    try:
        call_command("signals", *args, stdout=out, stderr=err)
    except SystemExit as stop:
        code = int(str(stop.code))
    return out.getvalue(), err.getvalue(), code


def test_signals_runs_without_a_database_and_says_what_it_sees(tmp_path: Path) -> None:
    file = kept(tmp_path, "linde.json", quiet_dossier())
    data = tmp_path / "data"
    env = {**os.environ, "SAMENSTROOM_DATA": str(data), "PYTHONPATH": str(ROOT / "src")}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    told = subprocess.run(
        [sys.executable, "-m", "samenstroom.config.command", "signals", file, "--as", "noor"],
        env=env, capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert "Winkel Linde" in told.stdout and "Marleen" in told.stdout and "[Let op]" in told.stdout
    assert "Volgende stap: " in told.stdout
    assert not list(data.glob("*.sqlite3*"))


def test_signals_speaks_two_languages(tmp_path: Path) -> None:
    file = kept(tmp_path, "linde.json", quiet_dossier())
    assert "Kant van Noor, alleen wat van allebei is" in signals(file)[0].replace("De kant", "Kant")
    english = signals(file, "--language", "en")[0]
    assert "The side of Noor, only what both share, up to 23 March 2026" in english
    assert "Next step: " in english


def test_until_and_each_replay_the_history(tmp_path: Path) -> None:
    file = kept(tmp_path, "linde.json", quiet_dossier(silent=3))
    assert "Geen signalen." in signals(file, "--until", "2026-03-10")[0]
    (found,) = map(json.loads, signals(file, "--each", "--json", "--as", "marleen")[0].splitlines())
    codes = {one["on"]: [finding["code"] for finding in one["findings"]] for one in found["days"]}
    assert codes["2026-03-16"] == [] and codes["2026-03-23"] == ["quiet"]
    assert found["as"] == "marleen" and found["private"] is False


def test_json_holds_the_rule_the_evidence_and_the_words(tmp_path: Path) -> None:
    (found,) = map(json.loads, signals(kept(tmp_path, "linde.json", quiet_dossier()), "--json")[0].splitlines())
    (finding,) = found["findings"]
    assert finding["code"] == "quiet" and finding["evidence"] and finding["title"] and finding["next_step"]
    assert len(finding["evidence_in_words"]) == len(finding["evidence"])


def test_a_bad_file_says_one_thing_and_the_others_go_on(tmp_path: Path) -> None:
    bad = {**quiet_dossier(), "made_at": "gisteren"}
    files = [kept(tmp_path, "a.json", bad), kept(tmp_path, "b.json", quiet_dossier()), str(tmp_path / "weg.json")]
    out, err, code = signals(*files)
    assert code == 2 and out.count("Winkel Linde") == 1
    first, second, totals = err.splitlines()
    assert first == f"{files[0]}: Hier hoort een moment te staan, zoals 2026-10-14T09:30:00Z. Plaats: made_at."
    assert second.startswith(f"{files[2]}: Dit bestand is niet te openen.")
    assert totals == "Gelezen: 1. Niet gelezen: 2."


def test_an_unknown_reader_is_a_clear_fault(tmp_path: Path) -> None:
    _out, err, code = signals(kept(tmp_path, "linde.json", quiet_dossier()), "--as", "Ruben", "--language", "en")
    assert code == 2 and "‘Ruben’ is not in this dossier. These are: Noor Jansen, Marleen de Vries." in err


def test_lines_are_counted_and_a_bad_line_is_named(tmp_path: Path) -> None:
    file = kept(tmp_path, "many.jsonl", quiet_dossier("Een"), {"format": "iets"}, quiet_dossier("Drie"))
    out, err, code = signals(file)
    assert ("Een" in out, "Drie" in out, code) == (True, True, 2)
    assert f"{file}, regel 2: Dit is geen dossier van Samenstroom." in err


def test_a_line_that_is_too_long_does_not_swallow_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenstroom.dossier.files.MOST_BYTES", 3000)
    monkeypatch.setattr("samenstroom.dossier.reading.MOST_BYTES", 3000)
    long = {**quiet_dossier(), "goals": [{"on": "2026-03-01", "text": "x" * 9000}]}
    path = kept(tmp_path, "many.jsonl", quiet_dossier("Een"), long, quiet_dossier("Drie"))
    assert [len(part.raw) > 3000 for part in parts_of(Path(path))] == [False, True, False]


def test_memory_does_not_grow_with_the_number_of_dossiers(tmp_path: Path) -> None:
    one = json.dumps({**quiet_dossier(), "goals": [{"on": "2026-03-01", "text": "x" * 15_000}] * 4})
    signals(kept(tmp_path, "warm.json", json.loads(one)))
    peaks = {count: peak_of(tmp_path, one, count) for count in (5, 60)}
    assert peaks[60] < 1.5 * peaks[5]


def peak_of(folder: Path, line: str, count: int) -> int:
    """The most memory that was in use while these lines were read."""
    path = folder / f"{count}.jsonl"
    path.write_text(f"{line}\n" * count, "utf-8")
    tracemalloc.start()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        call_command("signals", str(path), stdout=nowhere, stderr=nowhere)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.fixture
def table(db: None) -> Together:
    made = together()
    answer(made.round, made.noors_seat, remark="nog dicht")
    return made


def command(monkeypatch: pytest.MonkeyPatch, typed: str, *args: str) -> str:
    out = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    with clock.frozen(at=day(1)):
        call_command("dossier", *args, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_without_her_password_only_what_is_shared_comes_out(table: Together, monkeypatch: pytest.MonkeyPatch) -> None:
    text = command(monkeypatch, "", "export", "noor@voorbeeld.nl", "Studio Lindenhof")
    assert json.loads(text)["made_for"] is None and "nog dicht" not in text


def test_with_her_password_her_own_comes_out(table: Together, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    out = tmp_path / "noor.json"
    command(monkeypatch, PASSWORD, "export", "noor@voorbeeld.nl", table.collaboration.public_id, "--out", str(out))
    assert "nog dicht" in out.read_text("utf-8")
    assert out.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("act", ["export", "import"])
def test_a_wrong_password_does_nothing(
    table: Together, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, act: str
) -> None:
    file = kept(tmp_path, "linde.json", quiet_dossier())
    args = ["export", "noor@voorbeeld.nl"] if act == "export" else ["import", file, "--for", "noor@voorbeeld.nl"]
    with pytest.raises(CommandError, match="not her password"):
        command(monkeypatch, "geraden", *args)


def test_nothing_is_read_in_without_a_password(
    table: Together, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = kept(tmp_path, "linde.json", quiet_dossier())
    with pytest.raises(CommandError, match="nothing is read in"):
        command(monkeypatch, "", "import", file, "--for", "noor@voorbeeld.nl")


def test_all_collaborations_go_out_and_in_as_lines(
    table: Together, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "all.jsonl"
    lines = command(monkeypatch, PASSWORD, "export", "noor@voorbeeld.nl") * 2
    path.write_text(lines, "utf-8")
    with_account("Ruben Smit", "ruben@voorbeeld.nl")
    told = command(monkeypatch, PASSWORD, "import", str(path), "--for", "ruben@voorbeeld.nl")
    assert told.count("Studio Lindenhof") == 2 and Collaboration.objects.count() == 3


def test_one_bad_line_and_nothing_is_read_in(table: Together, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with clock.frozen(at=day(1)):
        good = export(table.seen_by_noor(day(1)))
    path = kept(tmp_path, "two.jsonl", good, {**good, "version": 7})
    with pytest.raises(CommandError, match=r"regel 2: Dit dossier is van versie 7") as caught:
        command(monkeypatch, PASSWORD, "import", path, "--for", "noor@voorbeeld.nl")
    assert caught.value.returncode == 2
    assert Collaboration.objects.count() == 1 and as_text(good)


def test_a_file_that_is_there_is_never_written_over(
    table: Together, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "there.json"
    path.write_text("van mij", "utf-8")
    with pytest.raises(CommandError, match="already there"):
        command(monkeypatch, "", "export", "noor@voorbeeld.nl", "Studio Lindenhof", "--out", str(path))
    assert path.read_text("utf-8") == "van mij"
