"""Validation of Arrow arrays: of DuckDB, Polars, DataFusion, Spark and everything else that speaks Arrow.

Arrays cross by Arrow's C data interface: bodies are not copied, and this module needs no library of Arrow's.
"""

from __future__ import annotations

from datetime import datetime
from typing import cast, overload

from . import _core
from ._arrow_types import ArrowArray, ArrowStream
from ._core import Verdicts, VerdictStream
from ._options import Levels, Version, pairs, time

__all__ = ["ArrowArray", "ArrowStream", "VerdictStream", "Verdicts", "validate"]


@overload
def validate(
    bodies: ArrowArray,
    version: Version = "v2",
    now: datetime | str | ArrowArray | None = None,
    *,
    locale: str = "en",
    strict: bool = False,
    levels: Levels | None = None,
) -> Verdicts: ...
@overload
def validate(
    bodies: ArrowStream,
    version: Version = "v2",
    now: datetime | str | None = None,
    *,
    locale: str = "en",
    strict: bool = False,
    levels: Levels | None = None,
) -> VerdictStream: ...
def validate(
    bodies: ArrowArray | ArrowStream,
    version: Version = "v2",
    now: datetime | str | ArrowArray | None = None,
    *,
    locale: str = "en",
    strict: bool = False,
    levels: Levels | None = None,
) -> Verdicts | VerdictStream:
    """Validates bodies, and returns a verdict for each; null for a null.

    A verdict is a struct: `valid`; `errors` and `warnings`, lists of `rule`, `code`, `param` and `message`. A stream is
    validated chunk by chunk while its verdicts are read, so that it takes memory for one chunk.

    The GIL is released, and only one thread works on an array: give each thread an array of its own.

    Args:
        bodies: JSON texts, an Arrow array of strings or bytes, or a stream of such arrays.
        version: the version of the API.
        now: the time at which the requests would be sent; or, for an array, an array of timestamps with a time zone,
            the time of each request.
        locale: the language of the messages.
        strict: whether every warning is an error.
        levels: levels of single rules.

    Raises:
        TypeError, ValueError: `bodies` is no such array, or an option is wrong.
    """
    if not (hasattr(bodies, "__arrow_c_array__") or hasattr(bodies, "__arrow_c_stream__")):
        raise TypeError("bodies must be an Arrow array, or a stream of Arrow arrays")
    times = None if now is None or isinstance(now, (str, datetime)) else now
    if times is not None and not hasattr(times, "__arrow_c_array__"):
        raise TypeError("now must be a datetime with a time zone, an RFC 3339 date-time, or an Arrow array of timestamps")
    instant = None if times is not None else time(cast("datetime | str | None", now))
    return _core.validate_arrow(bodies, times, version, instant, locale, strict, pairs(levels))
