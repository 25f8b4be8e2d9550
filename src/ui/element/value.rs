//! What an attribute may be given: texts, numbers, truth values, options of them, and functions that give one of them.

use std::borrow::Cow;

use leptos::tachys::reactive_graph::SharedReactiveFunction;

use crate::engine::text::decimal;
use crate::ui::reactive::{Memo, RwSignal};

/// The value of an attribute, a class, a property.
pub enum Value {
    /// One that stays.
    Fixed(Datum),
    /// One that is computed anew whenever something it reads changes.
    Live(Box<dyn FnMut() -> Datum + Send>),
}

/// A value at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Datum {
    /// The attribute is not there.
    Nothing,
    /// The attribute is there without a value, or is not there.
    Flag(bool),
    /// Its text.
    Text(Cow<'static, str>),
}

/// What can be given as a value.
pub trait IntoValue {
    /// The value.
    fn into_value(self) -> Value;
}

/// What a value can be at one time.
pub trait IntoDatum {
    /// The datum.
    fn into_datum(self) -> Datum;
}

impl IntoDatum for bool {
    fn into_datum(self) -> Datum {
        Datum::Flag(self)
    }
}

impl IntoDatum for &'static str {
    fn into_datum(self) -> Datum {
        Datum::Text(self.into())
    }
}

impl IntoDatum for String {
    fn into_datum(self) -> Datum {
        Datum::Text(self.into())
    }
}

impl<D: IntoDatum> IntoDatum for Option<D> {
    fn into_datum(self) -> Datum {
        self.map_or(Datum::Nothing, IntoDatum::into_datum)
    }
}

impl<D: IntoDatum> IntoValue for Option<D> {
    fn into_value(self) -> Value {
        Value::Fixed(self.into_datum())
    }
}

macro_rules! fixed {
    ($($kind:ty),*) => {$(
        impl IntoValue for $kind {
            fn into_value(self) -> Value {
                Value::Fixed(self.into_datum())
            }
        }
    )*};
}

macro_rules! printed {
    ($($kind:ty),*) => {$(
        impl IntoDatum for $kind {
            fn into_datum(self) -> Datum {
                Datum::Text(self.to_string().into())
            }
        }
    )*};
}

printed!(i32, u32, usize);

impl IntoDatum for f64 {
    fn into_datum(self) -> Datum {
        Datum::Text(decimal::short(self).into())
    }
}

fixed!(bool, &'static str, String, f64, i32, u32, usize);

/// A function is followed.
impl<D: IntoDatum, F: FnMut() -> D + Send + 'static> IntoValue for F {
    fn into_value(mut self) -> Value {
        Value::Live(Box::new(move || self().into_datum()))
    }
}

/// So is what `live` makes of it.
impl<D: IntoDatum + 'static> IntoValue for SharedReactiveFunction<D> {
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || match self.lock() {
            Ok(mut value) => value().into_datum(),
            // Only after a panic, which ends the program.
            Err(_) => Datum::Nothing,
        }))
    }
}

macro_rules! signals {
    ($($kind:ident),*) => {$(
        impl<D: IntoDatum + Clone + Send + Sync + 'static> IntoValue for $kind<D> {
            fn into_value(self) -> Value {
                Value::Live(Box::new(move || self.get().into_datum()))
            }
        }
    )*};
}

signals!(Memo, RwSignal);
