//! Signals, memos and effects whose machinery is there once, whatever they hold and do.
//!
//! They are Leptos' own inside. A signal of Leptos brings code for reading, writing, comparing, notifying and dropping
//! anew for each kind of value; these hold any value in a box, and only the last step knows of which kind it is.

use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;

use leptos::prelude::{Notify, Read, ReadUntracked, Set, Track, Update};
use leptos::reactive::effect::EffectFunction;

/// A value of any kind.
type Held = Box<dyn Any + Send + Sync>;

type HeldSignal = leptos::prelude::RwSignal<Held>;
type HeldMemo = leptos::prelude::Memo<Compared>;

/// A value that can be read and changed; what has read it is told.
pub struct RwSignal<T>(HeldSignal, PhantomData<fn() -> T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Default + Send + Sync + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        RwSignal::new(T::default())
    }
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal that holds `value`.
    #[track_caller]
    pub fn new(value: T) -> Self {
        RwSignal(HeldSignal::new(Box::new(value)), PhantomData)
    }

    /// The value as it is; followed.
    pub fn read(self) -> impl Deref<Target = T> {
        SignalReading(read_signal(self.0), PhantomData)
    }

    /// What `of` makes of the value; followed.
    pub fn with<R>(self, of: impl FnOnce(&T) -> R) -> R {
        of(typed(&read_signal(self.0)))
    }

    /// What `of` makes of the value; not followed.
    pub fn with_untracked<R>(self, of: impl FnOnce(&T) -> R) -> R {
        of(typed(&read_signal_untracked(self.0)))
    }

    /// The value; followed.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value; not followed.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// The same; `None` where the place that made the signal has gone, as it may have before the next drawing.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.0.try_read_untracked().map(|it| typed::<T>(&it).clone())
    }

    /// Takes another value, and tells.
    pub fn set(self, value: T) {
        set_held(self.0, Box::new(value));
    }

    /// Takes another value, and tells; gives the value back where the place that made the signal has gone.
    pub fn try_set(self, value: T) -> Option<T> {
        let back = self.0.try_set(Box::new(value))?;
        back.downcast().ok().map(|it| *it)
    }

    /// Changes the value where it is, and tells.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut change = Some(change);
        update_held(self.0, &mut |held| {
            if let (Some(change), Some(value)) = (change.take(), held.downcast_mut()) {
                change(value);
            }
        });
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.0.track();
    }

    /// Tells, though nothing has changed.
    pub fn notify(self) {
        self.0.notify();
    }
}

/// A value that is computed from others and tells only where it comes out different.
pub struct Memo<T>(HeldMemo, PhantomData<fn() -> T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Send + Sync + 'static> Memo<T> {
    /// A memo of what `value` gives, which is given what it gave before.
    #[track_caller]
    pub fn new(value: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        let compute = move |before: Option<&Compared>| Compared {
            held: Box::new(value(before.map(|it| typed(&it.held)))),
            is_same: |one, other| typed::<T>(one) == typed::<T>(other),
        };
        Memo(HeldMemo::new(Box::new(compute) as Box<dyn Fn(Option<&Compared>) -> Compared + Send + Sync>), PhantomData)
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.0.track();
    }

    /// The value as it is; followed.
    pub fn read(self) -> impl Deref<Target = T> {
        MemoReading(read_memo(self.0), PhantomData)
    }

    /// What `of` makes of the value; followed.
    pub fn with<R>(self, of: impl FnOnce(&T) -> R) -> R {
        of(typed(&read_memo(self.0).held))
    }

    /// What `of` makes of the value; not followed.
    pub fn with_untracked<R>(self, of: impl FnOnce(&T) -> R) -> R {
        of(typed(&read_memo_untracked(self.0).held))
    }

    /// The value; followed.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value; not followed.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

/// What is done now, and again whenever something it has read changes.
pub struct Effect;

impl Effect {
    /// Does it as long as the place that made it is there. `action` may take what it gave before.
    #[allow(clippy::new_ret_no_self, reason = "Leptos' name, and nobody keeps what it gives")]
    pub fn new<T: 'static, M>(mut action: impl EffectFunction<T, M> + 'static) {
        let mut before = None;
        follow(Box::new(move || before = Some(action.run(before.take()))));
    }
}

fn follow(action: Box<dyn FnMut()>) {
    leptos::prelude::Effect::new(action);
}

/// A value with how two of its kind are compared.
struct Compared {
    held: Held,
    is_same: fn(&Held, &Held) -> bool,
}

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&self.held, &other.held)
    }
}

/// A signal's value being read.
struct SignalReading<T>(<HeldSignal as Read>::Value, PhantomData<fn() -> T>);

impl<T: 'static> Deref for SignalReading<T> {
    type Target = T;

    fn deref(&self) -> &T {
        typed(&self.0)
    }
}

/// A memo's value being read.
struct MemoReading<T>(<HeldMemo as Read>::Value, PhantomData<fn() -> T>);

impl<T: 'static> Deref for MemoReading<T> {
    type Target = T;

    fn deref(&self) -> &T {
        typed(&self.0.held)
    }
}

/// What is held, as what it was made with.
fn typed<T: 'static>(held: &Held) -> &T {
    match held.downcast_ref() {
        Some(value) => value,
        None => other_kind(),
    }
}

#[cold]
#[inline(never)]
fn other_kind() -> ! {
    unreachable!("the kind of a signal's value is part of its type")
}

// One body each, whatever calls them.

#[inline(never)]
#[track_caller]
fn read_signal(signal: HeldSignal) -> <HeldSignal as Read>::Value {
    signal.read()
}

#[inline(never)]
#[track_caller]
fn read_signal_untracked(signal: HeldSignal) -> <HeldSignal as ReadUntracked>::Value {
    signal.read_untracked()
}

#[inline(never)]
#[track_caller]
fn read_memo(memo: HeldMemo) -> <HeldMemo as Read>::Value {
    memo.read()
}

#[inline(never)]
#[track_caller]
fn read_memo_untracked(memo: HeldMemo) -> <HeldMemo as ReadUntracked>::Value {
    memo.read_untracked()
}

#[inline(never)]
#[track_caller]
fn set_held(signal: HeldSignal, value: Held) {
    signal.set(value);
}

#[inline(never)]
#[track_caller]
fn update_held(signal: HeldSignal, change: &mut dyn FnMut(&mut Held)) {
    signal.update(change);
}
