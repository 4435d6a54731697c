"""The README's programs run as printed, and its web services answer over HTTP."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import PAYMENT

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def blocks(language: str, section: str) -> list[str]:
    """Returns the blocks of a language in a section."""
    text = re.split(rf"^## {section}$", README, flags=re.MULTILINE)[1]
    text = re.split(r"^## ", text, flags=re.MULTILINE)[0]
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def module(section: str) -> ModuleType:
    [program] = blocks("python", section)
    made = ModuleType(section.lower())
    # So that FastAPI finds the annotations of its functions.
    sys.modules[made.__name__ + "_recipe"] = made
    exec(compile(program, section, "exec"), made.__dict__)
    return made


@pytest.mark.parametrize("section", ["Validate", "The official client", "Batches"])
def test_a_program_prints_what_is_printed_here(section: str) -> None:
    [program] = blocks("python", section)
    [output] = blocks("text", section)
    result = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert result.stdout == output


def test_the_install_commands_are_those_of_the_task() -> None:
    install = README.split("```sh\n")[1].split("```")[0]
    assert "maturin build" in install
    manifest = re.search(r"--manifest-path (\S+)", install)
    assert manifest is not None and (Path(__file__).parents[3] / manifest[1]).is_file()


BAD = {**PAYMENT, "amount": "s3cr3t"}


def test_the_recipe_for_fastapi() -> None:
    import httpx

    app = module("FastAPI").app
    import asyncio

    async def post(body: bytes) -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            return await client.post("/checkout_sessions", content=body)

    answer = asyncio.run(post(json.dumps(PAYMENT).encode()))
    assert (answer.status_code, answer.json()) == (201, {"amount": 45000})
    answer = asyncio.run(post(json.dumps(BAD).encode()))
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["param"]) == (400, "invalid_integer", "amount")
    assert "s3cr3t" not in answer.text
    assert asyncio.run(post(b"{")).json()["error"]["code"] == "invalid_json"


def test_the_recipe_for_django() -> None:
    import django
    from django.conf import settings
    from django.test import RequestFactory

    settings.configure(ALLOWED_HOSTS=["testserver"])
    django.setup()
    views: Any = module("Django")
    post = RequestFactory().post
    answer = views.create(post("/", json.dumps(PAYMENT), content_type="application/json"))
    assert (answer.status_code, json.loads(answer.content)) == (201, {"amount": 45000})
    answer = views.create(post("/", json.dumps(BAD), content_type="application/json"))
    assert (answer.status_code, json.loads(answer.content)["error"]["param"]) == (400, "amount")
    assert b"s3cr3t" not in answer.content

    body = json.dumps({"id": "evt_1", "object": "event", "type": "checkout_session.finished"})
    now = str(int(time.time()))
    signature = hmac.new(views.WEBHOOK_SECRET.encode(), f"{now}.{body}".encode(), hashlib.sha256).hexdigest()
    signed = {"HTTP_FINTOC_SIGNATURE": f"t={now},v1={signature}"}
    answer = views.webhook(post("/", body, content_type="application/json", **signed))
    assert (answer.status_code, json.loads(answer.content)) == (200, {"type": "checkout_session.finished"})
    assert views.webhook(post("/", body + " ", content_type="application/json", **signed)).status_code == 400
    assert views.webhook(post("/", body, content_type="application/json")).status_code == 400
