//! The layer.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use fintoc_preflight::{Report, Version, validate_json};
use fintoc_preflight_http::{Answer, HEADER, UNCHECKED, is_plain, report_too_long, summary};
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode};
use http_body::Body;
use tower_layer::Layer;
use tower_service::Service;

use crate::body::{Read, Replayed};
use crate::preflight::{Mode, Preflight};

pub(crate) const HEADER_NAME: HeaderName = HeaderName::from_static(HEADER);

/// The report on a request that a layer has let through: an extension of the request. In [`Mode::Refuse`] it has
/// warnings at most.
#[derive(Debug, Clone)]
pub struct CheckedReport(pub Arc<Report>);

/// The service of the layer [`Preflight`].
#[derive(Debug, Clone)]
pub struct PreflightService<S> {
    inner: S,
    preflight: Preflight,
}

impl<S> Layer<S> for Preflight {
    type Service = PreflightService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        PreflightService { inner, preflight: self.clone() }
    }
}

impl<S, B, R> Service<Request<B>> for PreflightService<S>
where
    S: Service<Request<Replayed<B>>, Response = Response<R>> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Send,
    B: Body<Data = Bytes> + Send + Unpin + 'static,
    B::Error: Send + Unpin,
    R: From<Bytes> + Send,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<R>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        // The service that is ready, not its clone, which may not be.
        let clone = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, clone);
        let Some(version) = self.preflight.version_of(&request) else {
            return Box::pin(inner.call(request.map(Replayed::unread)));
        };
        let preflight = self.preflight.clone();
        Box::pin(async move {
            match check(&preflight, version, request).await {
                Ok((request, header)) => {
                    let mut response = inner.call(request).await?;
                    if preflight.mode == Mode::Report {
                        response.headers_mut().insert(HEADER_NAME, header);
                    }
                    Ok(response)
                }
                Err(answer) => Ok(response(answer)),
            }
        })
    }
}

/// Reads and validates a request. Returns it with its body as it was, and the value of [`HEADER`]; or the answer with
/// which it is refused.
async fn check<B>(
    preflight: &Preflight,
    version: Version,
    request: Request<B>,
) -> Result<(Request<Replayed<B>>, HeaderValue), Answer>
where
    B: Body<Data = Bytes> + Unpin,
{
    let refuses = preflight.mode == Mode::Refuse;
    if !is_plain(content_encoding(request.headers())) {
        let unchecked = (request.map(Replayed::unread), HeaderValue::from_static(UNCHECKED));
        return if refuses { Err(Answer::to_compressed()) } else { Ok(unchecked) };
    }
    let options = preflight.options_now(version);
    let (mut parts, body) = request.into_parts();
    let (read, body) = Replayed::read(body, options.max_bytes).await;
    let report = match read {
        Read::Whole(data) => validate_json(data, &options),
        Read::TooLong => report_too_long(&options),
        Read::Failed if refuses => return Err(Answer::to_unreadable()),
        Read::Failed => return Ok((Request::from_parts(parts, body), HeaderValue::from_static(UNCHECKED))),
    };
    preflight.report(&report, version);
    if refuses && let Some(answer) = Answer::to(&report) {
        return Err(answer);
    }
    let header = match preflight.mode {
        Mode::Report => HeaderValue::try_from(summary(&report)).unwrap_or(HeaderValue::from_static(UNCHECKED)),
        Mode::Refuse => HeaderValue::from_static(""),
    };
    parts.extensions.insert(CheckedReport(Arc::new(report)));
    Ok((Request::from_parts(parts, body), header))
}

/// The coding of a body. A header that is no text is as good as an unknown one.
pub(crate) fn content_encoding(headers: &HeaderMap) -> Option<&str> {
    headers.get(CONTENT_ENCODING).map(|value| value.to_str().unwrap_or("unknown"))
}

pub(crate) fn response<R: From<Bytes>>(Answer { status, body }: Answer) -> Response<R> {
    let mut response = Response::new(R::from(Bytes::from(body)));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
