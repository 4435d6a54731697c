# pyright: strict
"""Uses that type checkers must refuse."""

from fintoc_preflight import CheckoutSessionRequest, Levels, explain, parse, validate

validate({}, version="v3")  # wrong
validate({}, now=1768305600)  # wrong
validate({}, strictly=True)  # wrong
explain("no-rule")  # wrong
levels: Levels = {"url-http": "warn"}  # wrong
draft: CheckoutSessionRequest = {"currency": "USD"}  # wrong
name: int = parse({})["success_url"]  # wrong
validate({}).valid = True  # wrong
