//! The extractor of axum.

use axum_core::body::Body;
use axum_core::extract::FromRequest;
use axum_core::response::{IntoResponse, Response};
use bytes::Bytes;
use fintoc_preflight::{Report, Request, Version, parse_json};
use fintoc_preflight_http::{Answer, is_plain, report_too_long};
use thiserror::Error;

use crate::body::{Read, Replayed};
use crate::preflight::Preflight;
use crate::service::{content_encoding, response};

/// A valid request to create a checkout session: typed, and the bytes that it was read from.
///
/// The type gives the version of the API: [`CheckoutSessionRequest`](fintoc_preflight::CheckoutSessionRequest) or
/// [`CheckoutSessionRequestV1`](fintoc_preflight::CheckoutSessionRequestV1). The path and [`Preflight::mode`] make no
/// difference, as an invalid request has no type.
///
/// The options are those of a [`Preflight`] that is an extension of the request, and the default ones without it:
///
/// ```
/// use axum::{Extension, Router, routing::post};
/// use fintoc_preflight::{CheckoutSessionRequest, Locale, Options, Timestamp};
/// use fintoc_preflight_tower::{Checked, Preflight};
///
/// async fn create(Checked { request, body }: Checked<CheckoutSessionRequest>) {}
///
/// let spanish = Options::new(Timestamp::UNIX_EPOCH).locale(Locale::Es);
/// let app: Router = Router::new().route("/pay", post(create)).layer(Extension(Preflight::with_options(spanish)));
/// ```
#[derive(Debug, Clone)]
pub struct Checked<R> {
    /// The request.
    pub request: R,
    /// The body as it came, to be sent on unchanged.
    pub body: Bytes,
}

/// The answer to a request that [`Checked`] refuses.
#[derive(Debug, Clone, Error)]
#[error("the request is refused with the status {}", answer.status)]
pub struct Rejection {
    answer: Answer,
    report: Option<Report>,
}

impl Rejection {
    /// The report on the request; `None` if its body was compressed or could not be read to its end.
    #[must_use]
    pub const fn report(&self) -> Option<&Report> {
        self.report.as_ref()
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        response::<Body>(self.answer)
    }
}

impl From<Answer> for Rejection {
    fn from(answer: Answer) -> Self {
        Self { answer, report: None }
    }
}

impl From<Report> for Rejection {
    fn from(report: Report) -> Self {
        // `parse_json` fails without an error only for a text that is no object, whose type it also reports.
        let answer = Answer::to(&report).unwrap_or_else(Answer::to_unreadable);
        Self { answer, report: Some(report) }
    }
}

impl<R: Request, S: Send + Sync> FromRequest<S> for Checked<R> {
    type Rejection = Rejection;

    async fn from_request(request: axum_core::extract::Request, _state: &S) -> Result<Self, Rejection> {
        if !is_plain(content_encoding(request.headers())) {
            return Err(Answer::to_compressed().into());
        }
        let preflight = request.extensions().get::<Preflight>().cloned().unwrap_or_default();
        // The version of the options is ignored: the type has one.
        let options = preflight.options_now(Version::default());
        match Replayed::read(request.into_body(), options.max_bytes).await.0 {
            Read::Whole(body) => Ok(Self { request: parse_json(&body, &options)?, body }),
            Read::TooLong => Err(report_too_long(&options).into()),
            Read::Failed => Err(Answer::to_unreadable().into()),
        }
    }
}
