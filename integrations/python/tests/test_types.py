"""mypy and pyright accept the package and a program that uses it, both in strict mode, and refuse wrong uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent

TOOLS = {
    "mypy": ["mypy", "--strict", "--no-incremental", "--python-version", "3.10", "--config-file", ""],
    "pyright": ["pyright", "--pythonpath", sys.executable],
}


def check(tool: str, *arguments: str, folder: Path = FOLDER / "typing") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *TOOLS[tool], *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder)


def test_mypy_accepts_a_right_program() -> None:
    result = check("mypy", "right.py")
    assert result.returncode == 0, result.stdout + result.stderr


def test_mypy_accepts_the_package() -> None:
    result = check("mypy", "-p", "fintoc_preflight")
    assert result.returncode == 0, result.stdout + result.stderr


def test_pyright_accepts_a_right_program() -> None:
    result = check("pyright", "right.py")
    assert result.returncode == 0, result.stdout + result.stderr


def test_pyright_accepts_the_package() -> None:
    """As pyproject.toml says: in strict mode."""
    result = check("pyright", "--project", ".", folder=FOLDER.parent)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("tool", ["mypy", "pyright"])
def test_wrong_uses_are_refused(tool: str) -> None:
    wrong = FOLDER / "typing" / "wrong.py"
    lines = [number for number, line in enumerate(wrong.read_text().splitlines(), 1) if "# wrong" in line]
    output = check(tool, "wrong.py").stdout
    for number in lines:
        assert f"wrong.py:{number}:" in output, f"{tool} accepts line {number}\n{output}"
