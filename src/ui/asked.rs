//! A piece of the screen that the engine answers: asked anew whenever its request changes, when places and words have
//! come, and when the person tries again.

use crate::ui::prelude::*;

use super::state::AppState;
use crate::error::Error;
use crate::protocol::{Request, Response};
use crate::view_model::Load;

/// The answer to a request that follows the screen's state. What was there stays until the next answer.
pub struct Asked<T: Send + Sync + 'static> {
    load: RwSignal<Load<T>>,
    status: Memo<Option<Result<(), Error>>>,
    again: Trigger,
}

// Derived, these would ask for a `T` that can be copied.
impl<T: Send + Sync + 'static> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Asked<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Asked<T> {
    /// Asks what `request` says as long as the caller's view is on screen; `None` asks nothing.
    pub fn new(
        state: AppState,
        request: impl Fn() -> Option<Request> + Send + Sync + 'static,
        take: fn(Response) -> Option<T>,
    ) -> Self {
        let load = RwSignal::new(Load::Pending(None));
        let status = Memo::new(move |_| {
            load.with(|it| match it {
                Load::Failed(error) => Some(Err(error.clone())),
                it => it.value().is_some().then_some(Ok(())),
            })
        });
        let asked = Asked { load, status, again: Trigger::new() };
        let request = Memo::new(move |_| request());
        Effect::new(move || {
            asked.again.track();
            let _ = state.lexicon_ready();
            if let (true, Some(request)) = (state.is_loaded(), request.get()) {
                state.request(asked.load, request, take);
            }
        });
        asked
    }

    /// What can be shown: the answer, or the one before it.
    pub fn value(self) -> Memo<Option<T>> {
        Memo::new(move |_| self.load.with(|it| it.value().cloned()))
    }

    /// A part of what can be shown; its default while there is nothing.
    pub fn part<P: Default + PartialEq + Send + Sync + 'static>(self, of: fn(&T) -> P) -> Memo<P> {
        Memo::new(move |_| self.load.with(|it| it.value().map(of).unwrap_or_default()))
    }

    /// `None` while nothing is there, `Some(Ok)` once something is, `Some(Err)` where it failed.
    pub fn status(self) -> Memo<Option<Result<(), Error>>> {
        self.status
    }

    /// True where something can be shown.
    pub fn is_there(self) -> bool {
        self.status.get() == Some(Ok(()))
    }

    /// True while an answer is on its way.
    pub fn is_pending(self) -> bool {
        self.load.with(|it| matches!(it, Load::Pending(_)))
    }

    /// For `aria-busy`.
    pub fn is_busy(self) -> String {
        self.is_pending().to_string()
    }

    /// Asks once more.
    pub fn again(self) {
        self.again.notify();
    }
}
