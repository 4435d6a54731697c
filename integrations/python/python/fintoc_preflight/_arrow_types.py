"""The two protocols of Arrow's PyCapsule interface, by which arrays cross without a copy."""

from __future__ import annotations

from typing import Protocol


class ArrowArray(Protocol):
    """An Arrow array: that of pyarrow, nanoarrow, arro3 or DuckDB."""

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """Returns the schema and the array."""
        ...


class ArrowStream(Protocol):
    """A stream of Arrow arrays: a `ChunkedArray` of pyarrow, a `Series` of Polars."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Returns the stream."""
        ...
