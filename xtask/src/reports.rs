//! Results of the native core, for the tests of the npm package to compare with.

use std::time::Duration;

use anyhow::{Context, Result};
use fintoc_preflight::session::{compare_json, parse_checkout_session, parse_event};
use fintoc_preflight::webhook::{SignatureError, TOLERANCE, verify_signature};
use fintoc_preflight::{LevelOverride, Options, Rule, Timestamp, validate_json};
use serde_json::Value;

/// Adds its report to each case. Input and output are a line of JSON per case.
pub(crate) fn add_reports(cases: &str) -> Result<String> {
    cases.lines().map(|line| Ok(add_report(serde_json::from_str(line)?)?.to_string() + "\n")).collect()
}

fn add_report(mut case: Value) -> Result<Value> {
    let body = case["body"].as_str().context("a case has a body")?;
    let report = validate_json(body, &options(&case["options"])?).to_json();
    case["report"] = report.into();
    Ok(case)
}

fn options(options: &Value) -> Result<Options> {
    let text = |name: &str| options[name].as_str().with_context(|| format!("a case has the option {name}"));
    let now: Timestamp = text("now")?.parse()?;
    let levels = options["levels"].as_object().into_iter().flatten();
    let levels =
        levels.map(|(rule, setting)| Ok((rule.parse()?, setting.as_str().context("a setting is a word")?.parse()?)));
    let levels: Vec<(Rule, LevelOverride)> = levels.collect::<Result<_>>()?;
    let strict = options["strict"].as_bool().context("a case has the option strict")?;
    let options = Options::new(now).version(text("version")?.parse()?).locale(text("locale")?.parse()?).strict(strict);
    Ok(levels.into_iter().try_fold(options, |options, (rule, setting)| options.level(rule, setting))?)
}

/// Adds its outcome to each webhook. Input and output are a line of JSON per webhook.
pub(crate) fn add_outcomes(webhooks: &str) -> Result<String> {
    webhooks.lines().map(|line| Ok(add_outcome(serde_json::from_str(line)?)?.to_string() + "\n")).collect()
}

fn add_outcome(mut webhook: Value) -> Result<Value> {
    let text = |name: &str| webhook[name].as_str().with_context(|| format!("a webhook has {name}"));
    let tolerance = webhook["tolerance"].as_u64().map_or(TOLERANCE, Duration::from_secs);
    let verified =
        verify_signature(text("body")?.as_bytes(), text("header")?, text("secret")?, text("now")?.parse()?, tolerance);
    webhook["outcome"] = outcome(verified).into();
    Ok(webhook)
}

/// Returns the outcome's name in the npm package.
fn outcome(verified: Result<(), SignatureError>) -> &'static str {
    match verified {
        Ok(()) => "verified",
        Err(SignatureError::EmptySecret) => "empty-secret",
        Err(SignatureError::MalformedHeader) => "malformed-header",
        Err(SignatureError::OutsideTolerance) => "outside-tolerance",
        Err(SignatureError::Mismatch) => "mismatch",
    }
}

/// Adds its outcome to each answer of Fintoc: the comparison, or the report with or instead of a value. Input and
/// output are a line of JSON per answer.
pub(crate) fn add_readings(sessions: &str) -> Result<String> {
    sessions.lines().map(|line| Ok(add_reading(serde_json::from_str(line)?)?.to_string() + "\n")).collect()
}

fn add_reading(mut case: Value) -> Result<Value> {
    let body = |index: usize| case["bodies"][index].as_str().context("a case has bodies");
    let options = reading_options(&case["options"])?;
    let read = match case["what"].as_str() {
        Some("session") => parse_checkout_session(body(0)?, &options).map(|parsed| parsed.report.to_json()),
        Some("event") => parse_event(body(0)?, &options).map(|parsed| parsed.report.to_json()),
        _ => compare_json(body(0)?, body(1)?, &options).map(|comparison| comparison.to_json(options.locale)),
    };
    case["outcome"] = read.unwrap_or_else(|report| report.to_json()).into();
    Ok(case)
}

/// Returns the options of a case, with defaults for those it omits.
fn reading_options(options: &Value) -> Result<Options> {
    let usual = Options::new("2026-01-13T12:00:00Z".parse()?);
    let version = options["version"].as_str().map_or(Ok(usual.version), str::parse)?;
    let locale = options["locale"].as_str().map_or(Ok(usual.locale), str::parse)?;
    Ok(usual.version(version).locale(locale).strict(options["strict"].as_bool().unwrap_or_default()))
}
