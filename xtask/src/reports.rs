//! What the native core answers, for the tests of the npm package to compare with.

use std::time::Duration;

use anyhow::{Context, Result};
use fintoc_preflight::webhook::{SignatureError, TOLERANCE, verify_signature};
use fintoc_preflight::{Levels, Options, Rule, Setting, Timestamp, validate_json};
use serde_json::Value;

/// Adds its report to every case, a line of JSON each.
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
    let levels: Vec<(Rule, Setting)> = levels.collect::<Result<_>>()?;
    Ok(Options {
        version: text("version")?.parse()?,
        locale: text("locale")?.parse()?,
        strict: options["strict"].as_bool().context("a case has the option strict")?,
        levels: levels.into_iter().try_fold(Levels::default(), |levels, (rule, setting)| levels.with(rule, setting))?,
        ..Options::new(now)
    })
}

/// Adds its outcome to every webhook, a line of JSON each.
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

/// The outcome in the words of the npm package.
fn outcome(verified: Result<(), SignatureError>) -> &'static str {
    match verified {
        Ok(()) => "verified",
        Err(SignatureError::EmptySecret) => "empty-secret",
        Err(SignatureError::MalformedHeader) => "malformed-header",
        Err(SignatureError::OutsideTolerance) => "outside-tolerance",
        Err(SignatureError::Mismatch) => "mismatch",
    }
}
