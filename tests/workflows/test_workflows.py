"""Workflows: valid, without rights they do not need, and made of steps that run anywhere."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTIONS = {
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/upload-artifact": ("043fb46d1a93c77aae656e7c1c64a875d1fc6a0a", "v7.0.1"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
}
SCHEMAS = {
    ".github/workflows/pruefen.yml": "vendor.github-workflows",
    ".github/workflows/veroeffentlichen.yml": "vendor.github-workflows",
    ".github/dependabot.yml": "vendor.dependabot",
    ".github/ISSUE_TEMPLATE/angabe.yml": "vendor.github-issue-forms",
    ".github/ISSUE_TEMPLATE/text.yml": "vendor.github-issue-forms",
    ".github/ISSUE_TEMPLATE/config.yml": "vendor.github-issue-config",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
}
DANGEROUS = {"pull_request_target", "workflow_run", "issue_comment", "issues", "workflow_call"}


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _load(path: Path) -> dict[str, Any]:
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def _jobs(path: Path) -> dict[str, dict[str, Any]]:
    jobs: dict[str, dict[str, Any]] = _load(path)["jobs"]
    return jobs


def _steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in _jobs(path).values() for step in job["steps"]]


def _targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):(?!=)", text, re.M))


def test_both_workflows_are_there() -> None:
    assert [path.name for path in WORKFLOWS] == ["pruefen.yml", "veroeffentlichen.yml"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_keeps_its_schema(name: str) -> None:
    done = _run(BIN / "check-jsonschema", "--builtin-schema", SCHEMAS[name], ROOT / name)
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_job_has_a_time_limit() -> None:
    done = _run(
        BIN / "check-jsonschema",
        "--builtin-schema",
        "custom.github-workflows-require-timeout",
        *WORKFLOWS,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    done = _run(BIN / "zizmor", "--offline", "--pedantic", "--no-config", "--format", "json", ROOT)
    assert json.loads(done.stdout) == [], done.stdout
    assert done.returncode == 0, done.stderr


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    bad = text.replace("on:\n  pull_request:", "on:\n  pull_request_target:")
    assert bad != text
    (folder / "x.yml").write_text(bad, encoding="utf-8")
    done = _run(BIN / "zizmor", "--offline", "--pedantic", "--format", "json", tmp_path)
    assert "dangerous-triggers" in {finding["ident"] for finding in json.loads(done.stdout)}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.stem))
def test_nothing_is_allowed_that_is_not_needed(path: Path) -> None:
    workflow = _load(path)
    assert workflow["permissions"] == {}
    assert not set(workflow["on"]) & DANGEROUS
    for job in workflow["jobs"].values():
        assert job["permissions"] in (
            {"contents": "read"},
            {"pages": "write", "id-token": "write"},
        )
        assert int(job["timeout-minutes"]) <= 60


def test_proposals_never_see_a_secret() -> None:
    text = (ROOT / ".github/workflows/pruefen.yml").read_text(encoding="utf-8")
    assert "secrets" not in text
    assert list(_load(ROOT / ".github/workflows/pruefen.yml")["on"]) == ["pull_request"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.stem))
def test_actions_are_pinned_to_known_commits(path: Path) -> None:
    lines = [x for x in path.read_text(encoding="utf-8").splitlines() if "uses:" in x]
    assert lines
    for line in lines:
        found = re.fullmatch(r"\s+uses: ([\w/-]+)@([0-9a-f]{40}) # (v[\d.]+)", line)
        assert found, line
        assert ACTIONS[found[1]] == (found[2], found[3])
    for step in _steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"] == {"fetch-depth": "0", "persist-credentials": "false"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.stem))
def test_each_step_is_a_make_target(path: Path) -> None:
    runs = [step["run"] for step in _steps(path) if "run" in step]
    assert runs
    for run in runs:
        found = re.fullmatch(r"make ([a-z]+)((?: [A-Z]+=[\w-]+)*)", run)
        assert found, run
        assert found[1] in _targets()


def _bare(command: str) -> str:
    return re.sub(r" [A-Z]+=\S+", "", command)


def test_gitlab_takes_the_same_steps() -> None:
    pipeline = _load(ROOT / ".gitlab-ci.yml")
    jobs = ("website", "programm", "pages")
    there = [_bare(line) for job in jobs for line in pipeline[job]["script"]]
    here = [_bare(step["run"]) for path in WORKFLOWS for step in _steps(path) if "run" in step]
    assert there == here
    assert pipeline["variables"]["GIT_DEPTH"] == "0"


def test_the_overlay_is_there_for_one_command_only(tmp_path: Path) -> None:
    script = ROOT / "setup" / "mit-personen.sh"
    show = 'cat "$RAHMEN_PERSONEN"; ls -l "$RAHMEN_PERSONEN"; echo "<$PERSONEN>"; exit 3'
    for given in ("- id: p-001", str(tmp_path / "datei")):
        (tmp_path / "datei").write_text("- id: p-001\n", encoding="utf-8")
        env = {"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path), "PERSONEN": given}
        done = subprocess.run(
            ["sh", script, "sh", "-c", show], env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 3
        first, second, third = done.stdout.splitlines()
        assert (first, second[:10], third) == ("- id: p-001", "-rw-------", "<>")
        assert [path.name for path in tmp_path.iterdir()] == ["datei"]
    env = {"PATH": "/usr/bin:/bin", "RAHMEN_PERSONEN": "wie bisher"}
    command = ["sh", str(script), "sh", "-c", 'echo "$RAHMEN_PERSONEN"']
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "wie bisher\n"


def test_packing_copies_what_is_public(tmp_path: Path) -> None:
    release = tmp_path / "ziel ä" / "0001-2026-11-22-0123456789ab"
    release.mkdir(parents=True)
    (release / "index.html").write_text("x", encoding="utf-8")
    (tmp_path / "ziel ä" / "oeffentlich").symlink_to(release.name)
    pack = tmp_path / "paket"
    (pack / "alt").mkdir(parents=True)
    command = ["make", "-C", str(ROOT), "paket", f"ZIEL={tmp_path / 'ziel ä'}", f"PAKET={pack}"]
    subprocess.run(command, check=True, capture_output=True)
    assert [path.name for path in pack.iterdir()] == ["index.html"]
    assert not pack.is_symlink()


def test_dependabot_waits_a_week() -> None:
    updates = _load(ROOT / ".github/dependabot.yml")["updates"]
    assert {u["package-ecosystem"] for u in updates} == {"uv", "github-actions"}
    assert all(int(u["cooldown"]["default-days"]) >= 7 for u in updates)


def test_code_has_owners() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = {line.split()[0] for line in lines if line and not line.startswith("#")}
    for path in ("/macros/", "/overrides/", "/.github/", "/setup/", "/pyproject.toml", "/uv.lock"):
        assert path in owned
        assert (ROOT / path.strip("/")).exists()
