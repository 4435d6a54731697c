"""`POST /checkout`: the bytes of the body are checked, and Fintoc's official client sends the request."""

import json
import logging
import os

import fintoc
from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from fintoc.errors import InvalidRequestError
from fintoc_preflight import validate

# The official client has no option for the address.
fintoc.core.API_BASE_URL = os.environ.get("FINTOC_API", fintoc.core.API_BASE_URL)
client = fintoc.Fintoc(os.environ["FINTOC_SECRET_KEY"])
log = logging.getLogger("uvicorn.error")
app = FastAPI()


@app.post("/checkout", status_code=201)
async def checkout(request: Request) -> JSONResponse:
    body = await request.body()
    # The client takes the fields as arguments, beside one of its own: `path_`, which says where the secret key is sent.
    # An unknown field is therefore an error.
    report = validate(body, levels={"unknown-field": "deny"})
    error = report.to_fintoc_error()
    if error:
        return JSONResponse({**error, "report": json.loads(report.to_json())}, 400)
    # A request with warnings is sent. The log has the rules, never a value of the request.
    if report.warnings:
        log.warning(" ".join(warning.rule for warning in report.warnings))
    key = request.headers.get("idempotency-key")
    try:
        create = client.v2.checkout_sessions.create
        session = await run_in_threadpool(create, idempotency_key=key, **json.loads(body))
    except InvalidRequestError as refusal:
        return JSONResponse({"error": {"type": "invalid_request_error", "message": str(refusal)}}, 400)
    return JSONResponse({"id": session.id, "redirect_url": session.redirect_url}, 201)
