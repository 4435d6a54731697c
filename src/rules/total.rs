//! The total of the items.

use super::context::{Context, currency};
use crate::json::MAX_SAFE_INTEGER;
use crate::report::ViolationKind;
use crate::request::{Cursor, LineItem, PriceData};

/// The sum of `quantity` x `unit_amount` over the items, in the smallest unit of the currency.
#[derive(Debug, Clone, Copy)]
pub(super) enum Total {
    /// There are no items, or one of them is incomplete, malformed, out of range or in another currency.
    Unknown,
    /// The sum, from 0 to 2^53 - 1.
    Sum(i64),
    /// The sum is over 2^53 - 1.
    OutOfRange,
}

impl Total {
    /// Sums up the items of a request.
    pub(super) fn of(context: &Context<'_>) -> Self {
        let mut total = Self::Unknown;
        for item in context.line_items.elements() {
            let Some(subtotal) = subtotal(item, context) else { return Self::Unknown };
            let sum = match total {
                Self::Unknown => Some(subtotal),
                Self::Sum(sum) => sum.checked_add(subtotal),
                Self::OutOfRange => None,
            };
            total = sum.filter(|sum| *sum <= MAX_SAFE_INTEGER).map_or(Self::OutOfRange, Self::Sum);
        }
        total
    }

    /// True if the sum is known and at least 1.
    pub(super) const fn is_positive(self) -> bool {
        match self {
            Self::Unknown => false,
            Self::Sum(sum) => sum >= 1,
            Self::OutOfRange => true,
        }
    }

    /// Returns the sum; `None` if it is unknown or out of range.
    pub(super) const fn sum(self) -> Option<i64> {
        match self {
            Self::Sum(sum) => Some(sum),
            Self::Unknown | Self::OutOfRange => None,
        }
    }
}

/// Returns `quantity` x `unit_amount` of an item, saturated at `i64::MAX`; `None` if the total cannot include it: one
/// of the two is absent, malformed or out of range, or the currency is not the session's.
fn subtotal(item: Cursor<'_, LineItem>, context: &Context<'_>) -> Option<i64> {
    let price_data = item.price_data();
    let quantity = item.quantity().value()?;
    let unit_amount = price_data.unit_amount().value()?;
    if quantity < 1 || unit_amount < 0 || other_currency(price_data, context).is_some() {
        return None;
    }
    Some(quantity.saturating_mul(unit_amount))
}

/// Returns the violation of `currency-matches-session` by an item; `None` if the currencies are equal, or one is
/// unknown.
pub(super) fn other_currency(price_data: Cursor<'_, PriceData>, context: &Context<'_>) -> Option<ViolationKind> {
    let (item, session) = (currency(price_data.currency(), context.version)?, context.currency?);
    (item != session).then_some(ViolationKind::CurrencyMatchesSession { session, item })
}
