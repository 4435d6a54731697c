//! Requests and bodies for the tests.
#![allow(dead_code, reason = "each test uses a part")]

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use fintoc_preflight::{Options, Timestamp};
use http::response::Parts;
use http_body::Frame;
use http_body_util::BodyExt;
use tower::ServiceExt;

pub(crate) const NOW: &str = "2026-01-13T12:00:00Z";

pub(crate) const VALID: &str = r#"{"amount": 24990, "currency": "CLP", "ui_mode": "embedded"}"#;

pub(crate) fn options() -> Options {
    Options::new(Timestamp::UNIX_EPOCH)
}

/// Sends a request to a router, and returns the head and the body of the answer.
pub(crate) async fn send(router: Router, request: Request) -> (Parts, Bytes) {
    let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
    (parts, body.collect().await.unwrap().to_bytes())
}

/// A body of chunks, without a length.
pub(crate) fn chunks(body: &str, size: usize) -> Body {
    Body::new(Chunks {
        left: body.as_bytes().chunks(size).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).rev().collect(),
    })
}

/// A body that ends in an error.
pub(crate) fn failing(body: &str) -> Body {
    let error = Err(io::Error::other("the connection is lost"));
    Body::new(Chunks { left: vec![error, Ok(Bytes::copy_from_slice(body.as_bytes()))] })
}

/// What is left of a body, the next chunk last.
struct Chunks {
    left: Vec<io::Result<Bytes>>,
}

impl http_body::Body for Chunks {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        Poll::Ready(self.left.pop().map(|chunk| chunk.map(Frame::data)))
    }
}

/// The size of the chunks of [`Endless`].
pub(crate) const CHUNKED: usize = 1024;

pub(crate) struct Endless {
    /// The number of chunks that were read.
    pub(crate) read: Arc<AtomicUsize>,
}

pub(crate) fn endless() -> Endless {
    Endless { read: Arc::default() }
}

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.read.fetch_add(1, Ordering::Relaxed);
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[b' '; CHUNKED])))))
    }
}
