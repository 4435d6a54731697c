"""What several tests use."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

NOW = "2026-01-13T12:00:00Z"

PAYMENT: dict[str, Any] = {
    "amount": 45000,
    "currency": "CLP",
    "success_url": "https://tienda.cl/gracias",
    "cancel_url": "https://tienda.cl/carro",
}


class Api(HTTPServer):
    """A server in place of Fintoc's, which keeps what it is sent."""

    requests: list[tuple[str, bytes, str]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Api

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.path, body, self.headers["Idempotency-Key"]))
        answer = json.dumps({"id": "cs_1", "object": "checkout_session"}).encode()
        self.send_response(201)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        """Prints nothing."""


@pytest.fixture
def api() -> Iterator[Api]:
    with Api(("127.0.0.1", 0), _Handler) as server:
        server.requests = []
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()
