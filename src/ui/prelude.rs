//! What components are written with: Leptos' names, with the project's own `view!`, signals and effects in place of
//! Leptos', which make code anew for every type.

pub use banmian_macros::view;
pub use leptos::prelude::*;

pub use super::reactive::{Effect, Memo, RwSignal};
