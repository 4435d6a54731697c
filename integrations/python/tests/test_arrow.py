"""`fintoc_preflight.arrow`, in real engines. Polars always; the others with `cargo xtask test --all`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from conftest import NOW, PAYMENT

from fintoc_preflight import arrow, validate

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))

ALL = os.environ.get("PREFLIGHT_TEST_ALL") == "1"
engines = pytest.mark.skipif(not ALL, reason="the other engines are tested with --all")


def bodies(count: int = 1000) -> list[str | None]:
    """Requests of which some are valid, some have errors, some are no JSON, and some are null."""
    kinds: list[str | None] = [
        json.dumps(PAYMENT),
        json.dumps({**PAYMENT, "amount": 0, "success_url": "tienda://x"}),
        json.dumps({**PAYMENT, "currency": "clp", "metadata": {"ñ": "s3cr3t"}}),
        '{"amount": 1,}',
        None,
    ]
    return [kinds[index % len(kinds)] for index in range(count)]


def expected(body: str | None) -> dict[str, Any] | None:
    """Returns the verdict that `validate` gives."""
    if body is None:
        return None
    report = validate(body, now=NOW)
    names = ("rule", "code", "param", "message")
    return {
        "valid": report.valid,
        "errors": [{name: getattr(one, name) for name in names} for one in report.errors],
        "warnings": [{name: getattr(one, name) for name in names} for one in report.warnings],
    }


def counted(rows: list[str | None]) -> list[tuple[str, int]]:
    rules = Counter(one.rule for body in rows if body is not None for one in validate(body, now=NOW).errors)
    return sorted(rules.items(), key=lambda pair: (-pair[1], pair[0]))


def test_polars_gets_the_verdict_of_each_body() -> None:
    rows = bodies(50)
    for series in (pl.Series(rows), pl.Series([row and row.encode() for row in rows], dtype=pl.Binary)):
        verdicts = pl.Series(arrow.validate(series, now=NOW))
        assert verdicts.to_list() == [expected(row) for row in rows]
    assert "s3cr3t" not in str(verdicts.to_list())


def test_every_vector_has_the_verdict_of_its_report() -> None:
    """The vectors with the usual levels, by version and time, each group as one array."""
    folder = Path(__file__).parents[3] / "tests/conformance"
    groups: dict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = {}
    for file in folder.glob("*.json"):
        for vector in json.loads(file.read_text(encoding="utf-8"))["cases"]:
            if "levels" not in vector and "strict" not in vector:
                body = vector["body"] if "body" in vector else json.dumps(vector["request"], ensure_ascii=False)
                groups.setdefault((vector["version"], vector["now"]), []).append((body, vector))
    assert sum(map(len, groups.values())) > 500
    for (version, now), vectors in groups.items():
        series = pl.Series([body for body, _ in vectors])
        verdicts = pl.Series(arrow.validate(series, version, now))  # type: ignore[call-overload]
        for verdict, (_, vector) in zip(verdicts.to_list(), vectors, strict=True):
            assert verdict["valid"] == vector["valid"], vector["name"]
            for level in ("errors", "warnings"):
                found = [(one["rule"], one["code"]) for one in verdict[level]]
                assert found == [(one["rule"], one["code"]) for one in vector[level]], vector["name"]


def test_polars_counts_by_rule_in_a_stream(tmp_path: Path) -> None:
    import polars_batch

    rows = bodies()
    pl.DataFrame({"body": rows}).write_parquet(tmp_path / "requests.parquet", row_group_size=100)
    counts = polars_batch.count_by_rule(pl.scan_parquet(tmp_path / "requests.parquet"), NOW)
    assert counts.collect(engine="streaming").rows() == counted(rows)


def test_a_stream_is_read_once_and_chunk_by_chunk() -> None:
    read: list[int] = []

    class Chunks:
        """A stream that notes when its next chunk is asked for."""

        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            series = pl.concat([pl.Series(bodies(5)) for _ in range(4)], rechunk=False)
            read.append(series.n_chunks())
            return series.__arrow_c_stream__(requested_schema)

    verdicts = arrow.validate(Chunks(), now=NOW)
    assert pl.Series(verdicts).n_chunks() == read[0] == 4
    with pytest.raises(ValueError, match="has been read"):
        verdicts.__arrow_c_stream__()


@pytest.mark.parametrize(
    ("arguments", "options", "error", "name"),
    [
        ((pl.Series([1, 2]),), {}, TypeError, "bodies"),
        ((pl.Series(["{}"]),), {"version": "v3"}, ValueError, "version"),
        ((pl.Series(["{}"]),), {"now": pl.Series([1])}, TypeError, "now"),
        (([],), {}, TypeError, "bodies"),
    ],
)
def test_wrong_arguments_are_named(arguments: Any, options: Any, error: Any, name: str) -> None:
    with pytest.raises(error, match=name):
        arrow.validate(*arguments, **options)


def test_threads_validate_at_the_same_time() -> None:
    series = pl.Series(bodies(2000))
    results: list[list[Any]] = []
    threads = [
        threading.Thread(target=lambda: results.append(pl.Series(arrow.validate(series, now=NOW)).to_list()))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [[expected(row) for row in series.to_list()]] * 4


@engines
def test_pyarrow_gives_each_body_its_own_time() -> None:
    from datetime import datetime, timezone

    import pyarrow as pa

    body = json.dumps({**PAYMENT, "expires_at": "2026-01-13T13:00:00Z"})
    times = pa.array(
        [datetime(2026, 1, 13, 12, tzinfo=timezone.utc), datetime(2026, 1, 14, tzinfo=timezone.utc), None],
        pa.timestamp("ms", "America/Santiago"),
    )
    for kind in (pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary(), pa.binary_view()):
        verdicts = pa.array(arrow.validate(pa.array([body] * 3, kind), "v2", times))
        verdicts.validate(full=True)
        assert [verdict and verdict["valid"] for verdict in verdicts.to_pylist()] == [True, False, None]
    with pytest.raises(ValueError, match="as many times"):
        arrow.validate(pa.array([body]), "v2", times)
    with pytest.raises(TypeError, match="time zone"):
        arrow.validate(pa.array([body]), "v2", pa.array([1], pa.timestamp("s")))


# In a process of its own: the peak of this one may be above what a copy takes.
COPIES = """
import resource
import pyarrow as pa
from fintoc_preflight import arrow

array = pa.array(["x" * 1_000_000] * 64)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert len(arrow.validate(array, now="2026-01-13T12:00:00Z")) == 64
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@engines
def test_pyarrow_bodies_are_not_copied() -> None:
    printed = subprocess.run([sys.executable, "-c", COPIES], check=True, capture_output=True, text=True).stdout
    assert int(printed) < 32 * 1024, f"{printed} KiB for 64 MB of bodies"


@engines
def test_duckdb_counts_by_rule(tmp_path: Path) -> None:
    import duckdb
    import duckdb_batch

    rows = bodies(5000)
    path = str(tmp_path / "requests.parquet")
    pl.DataFrame({"body": rows}).write_parquet(path)
    with duckdb.connect() as connection:
        duckdb_batch.register(connection, NOW)
        assert connection.execute(duckdb_batch.COUNT_BY_RULE, [path]).fetchall() == counted(rows)


@engines
def test_datafusion_counts_by_rule_over_partitions(tmp_path: Path) -> None:
    import datafusion_batch
    from datafusion import SessionContext

    rows = bodies(5000)
    for part in range(4):
        pl.DataFrame({"body": rows[part::4]}).write_parquet(tmp_path / f"{part}.parquet")
    context = SessionContext()
    datafusion_batch.register(context, NOW)
    context.register_parquet("requests", str(tmp_path))
    found = context.sql(datafusion_batch.COUNT_BY_RULE).to_pydict()
    assert list(zip(found["rule"], found["violations"], strict=True)) == counted(rows)


@engines
@pytest.mark.filterwarnings("default")
def test_spark_counts_by_rule_on_both_cores(tmp_path: Path) -> None:
    import spark_batch

    rows = bodies(5000)
    for part in range(4):
        pl.DataFrame({"body": rows[part::4]}).write_parquet(tmp_path / f"{part}.parquet")
    spark = spark_batch.session()
    try:
        assert spark_batch.count_by_rule(spark.read.parquet(str(tmp_path)), NOW) == counted(rows)
    finally:
        spark.stop()
