"""Measures the Python package, and prints ratios.

Usage: `python bench/main.py PATH_OF_BARE`, with the wheel of the release profile, pydantic, polars and pyarrow. All
times are processor time of the thread, the fastest of interleaved rounds, so that other work on the machine counts
little. What is measured prints its name.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pyarrow as pa
from model import Request
from pydantic import ValidationError

from fintoc_preflight import arrow, validate

NOW = "2026-01-13T12:00:00Z"

SMALL = {
    "amount": 45000,
    "currency": "CLP",
    "customer_email": "ana@tienda.cl",
    "metadata": {"order_id": "ZA-10492"},
    "success_url": "https://tienda.cl/gracias",
    "cancel_url": "https://tienda.cl/carro",
}


def item(index: int) -> dict[str, Any]:
    price = {"currency": "CLP", "unit_amount": 990, "product_data": {"name": f"Pan amasado {index}"}}
    return {"quantity": 2, "price_data": price}


LARGE = {
    **SMALL,
    "amount": 3 * 1980,
    "line_items": [item(index) for index in range(3)],
    "customer_data": {"name": "Camila Soto", "email": "c.soto@correo.cl", "tax_id": {"type": "cl_rut", "value": "12.345.678-5"}},
    "expires_at": "2026-01-13T18:00:00Z",
    "payment_method_types": ["card", "bank_transfer"],
}
HUGE = {**LARGE, "amount": 200 * 1980, "line_items": [item(index) for index in range(200)]}
BAD = {**LARGE, "amount": "45000", "currency": "clp"}
BODIES = {"S": SMALL, "L": LARGE, "X": HUGE, "L with 2 errors": BAD}


def pydantic_dict(value: object) -> object:
    try:
        return Request.model_validate(value)
    except ValidationError as error:
        return error.errors(include_url=False, include_context=False)


def pydantic_json(text: bytes) -> object:
    try:
        return Request.model_validate_json(text)
    except ValidationError as error:
        return error.errors(include_url=False, include_context=False)


def measured(tasks: dict[str, Callable[[], object]], rounds: int = 60) -> dict[str, float]:
    """Returns the processor time of one call in nanoseconds, the fastest of interleaved rounds."""
    fastest = dict.fromkeys(tasks, float("inf"))
    counts = {}
    for name, task in tasks.items():
        start = time.thread_time_ns()
        for _ in range(20):
            task()
        counts[name] = max(1, int(2_000_000 / max(1, (time.thread_time_ns() - start) / 20)))
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.thread_time_ns()
            for _ in range(counts[name]):
                task()
            fastest[name] = min(fastest[name], (time.thread_time_ns() - start) / counts[name])
    return fastest


def calls() -> None:
    for name, value in BODIES.items():
        text = json.dumps(value, separators=(",", ":")).encode()
        assert validate(value, now=NOW).valid is ("errors" not in name), name
        assert isinstance(pydantic_dict(value), Request) is ("errors" not in name), name
        errors = (lambda report: report.errors) if "errors" in name else (lambda report: report.valid)
        times = measured(
            {
                "json.loads": lambda text=text: json.loads(text),
                "validate(bytes)": lambda text=text, errors=errors: errors(validate(text, now=NOW)),
                "pydantic, bytes": lambda text=text: pydantic_json(text),
                "validate(dict)": lambda value=value, errors=errors: errors(validate(value, now=NOW)),
                "pydantic, dict": lambda value=value: pydantic_dict(value),
            }
        )
        loads = times["json.loads"]
        print(f"{name}, {len(text)} bytes: json.loads {loads / 1000:.2f} us")
        for what, nanoseconds in times.items():
            print(f"  {what:16} {nanoseconds / 1000:8.2f} us  {nanoseconds / loads:6.2f} x json.loads")


def batches(bare: str) -> None:
    """Rows of a log: nine in ten valid."""
    kinds = [SMALL, LARGE, SMALL, LARGE, SMALL, LARGE, SMALL, LARGE, SMALL, BAD]
    rows = [json.dumps(kind, separators=(",", ":")) for kind in kinds] * 2000
    array = pa.array(rows)
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
        file.write("\n".join(rows))
        file.flush()
        rounds = 30
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([bare, file.name, str(rounds)], check=True, stdout=subprocess.DEVNULL)
        bare_seconds = (resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before) / rounds
    times = measured(
        {
            "json.loads": lambda: [json.loads(row) for row in rows],
            "arrow.validate": lambda: arrow.validate(array, now=NOW),
        },
        rounds=20,
    )
    print(f"a log of {len(rows)} rows, {array.nbytes / len(rows):.0f} bytes a row, per core and second:")
    print(f"  the bare core    {len(rows) / bare_seconds:10,.0f} rows")
    for name, time_of_all in times.items():
        print(f"  {name:16} {len(rows) * 1e9 / time_of_all:10,.0f} rows")

    def seconds(threads: int) -> float:
        with ThreadPoolExecutor(threads) as pool:
            start = time.perf_counter()
            list(pool.map(lambda _: len(arrow.validate(array, now=NOW)), range(8)))
            return time.perf_counter() - start

    one, two = (min(seconds(threads) for _ in range(5)) for threads in (1, 2))
    print(f"  one to two threads: {one / two:.2f} times as fast, by the clock")

    def stream(chunks: int) -> pa.ChunkedArray:
        schema = pa.schema([("body", pa.string())])
        batches = (pa.record_batch([array], schema) for _ in range(chunks))
        return pa.RecordBatchReader.from_batches(schema, batches)

    peaks = []
    for chunks in (5, 50):
        for batch in stream(chunks):
            arrow.validate(batch.column(0), now=NOW)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(f"  peak memory after {5 * len(rows):,} and {50 * len(rows):,} rows more: {peaks[0]:.0f} and {peaks[1]:.0f} MiB")


calls()
batches(sys.argv[1])
