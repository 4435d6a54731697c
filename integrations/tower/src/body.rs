//! Reading a body up to a limit, and giving it on as it was.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use http_body::{Body, Frame, SizeHint};
use http_body_util::BodyExt;

/// A body of which a part may have been read already: that part, then the rest of `B`.
#[derive(Debug)]
pub struct Replayed<B: Body<Data = Bytes>> {
    read: VecDeque<Result<Frame<Bytes>, B::Error>>,
    rest: B,
}

/// The part of a body that was read.
pub(crate) enum Read {
    /// The whole body.
    Whole(Bytes),
    /// More than the limit, or a declared length above it.
    TooLong,
    /// The body ended in an error.
    Failed,
}

impl<B: Body<Data = Bytes> + Unpin> Replayed<B> {
    /// A body of which nothing has been read.
    pub(crate) const fn unread(body: B) -> Self {
        Self { read: VecDeque::new(), rest: body }
    }

    /// Reads a body to its end, or until it has more than `limit` bytes.
    pub(crate) async fn read(mut rest: B, limit: usize) -> (Read, Self) {
        if rest.size_hint().lower() > u64::try_from(limit).unwrap_or(u64::MAX) {
            return (Read::TooLong, Self::unread(rest));
        }
        let mut data = Data::default();
        // Trailers, or an error: the last frame.
        let mut last = None;
        while let Some(frame) = rest.frame().await {
            match frame.map(Frame::into_data) {
                Ok(Ok(more)) => data.push(more),
                Ok(Err(trailers)) => last = Some(Ok(trailers)),
                Err(error) => last = Some(Err(error)),
            }
            if data.len() > limit || matches!(last, Some(Err(_))) {
                break;
            }
        }
        let data = data.into_bytes();
        let read = match last {
            _ if data.len() > limit => Read::TooLong,
            Some(Err(_)) => Read::Failed,
            _ => Read::Whole(data.clone()),
        };
        let data = (!data.is_empty()).then(|| Ok(Frame::data(data)));
        (read, Self { read: data.into_iter().chain(last).collect(), rest })
    }
}

/// The data of a body: one frame as it came, as most bodies have one, and several as a copy.
#[derive(Default)]
struct Data {
    first: Bytes,
    /// All frames, if there are several.
    all: BytesMut,
}

impl Data {
    fn push(&mut self, more: Bytes) {
        if self.len() == 0 {
            self.first = more;
            return;
        }
        if self.all.is_empty() {
            self.all.extend_from_slice(&self.first);
        }
        self.all.extend_from_slice(&more);
    }

    fn len(&self) -> usize {
        self.first.len().max(self.all.len())
    }

    fn into_bytes(self) -> Bytes {
        if self.all.is_empty() { self.first } else { self.all.freeze() }
    }
}

impl<B: Body<Data = Bytes> + Unpin> Body for Replayed<B>
where
    B::Error: Unpin,
{
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        match self.read.pop_front() {
            Some(frame) => Poll::Ready(Some(frame)),
            None => Pin::new(&mut self.rest).poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.read.is_empty() && self.rest.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let frames = self.read.iter().filter_map(|frame| frame.as_ref().ok()?.data_ref());
        let read = frames.map(|data| u64::try_from(data.len()).unwrap_or(u64::MAX)).sum::<u64>();
        let rest = self.rest.size_hint();
        let mut hint = SizeHint::new();
        hint.set_lower(rest.lower().saturating_add(read));
        if let Some(upper) = rest.upper().and_then(|upper| upper.checked_add(read)) {
            hint.set_upper(upper);
        }
        hint
    }
}
