//! Where a piece of the screen stands with its data.

use crate::error::Error;

/// Exactly one of: not asked, under way, there, failed.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Load<T> {
    /// Nothing was asked yet.
    #[default]
    Idle,
    /// Asked, not answered; what was there before stays on screen.
    Pending(Option<T>),
    /// Answered.
    Ready(T),
    /// Failed.
    Failed(Error),
}

impl<T> Load<T> {
    /// What can be shown: the answer, or the one before it while the next is under way.
    pub fn value(&self) -> Option<&T> {
        match self {
            Load::Ready(value) | Load::Pending(Some(value)) => Some(value),
            Load::Idle | Load::Pending(None) | Load::Failed(_) => None,
        }
    }

    /// The same piece, asked anew.
    pub fn reloading(self) -> Load<T> {
        match self {
            Load::Ready(value) | Load::Pending(Some(value)) => Load::Pending(Some(value)),
            Load::Idle | Load::Pending(None) | Load::Failed(_) => Load::Pending(None),
        }
    }
}
