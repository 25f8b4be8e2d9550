//! The parts of an element that are no children: values that may change, listeners, references.

use std::borrow::Cow;

use leptos::reactive::effect::RenderEffect;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;
use web_sys::Element as Node;

use super::value::{Datum, Value};

/// What a value belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An attribute.
    Attribute,
    /// A class that comes and goes.
    Class,
    /// A property of the style.
    Style,
    /// A property of the node.
    Property,
}

/// A part that is not yet on the page.
pub enum Part {
    /// What it belongs to, its name, its value.
    Value(Target, &'static str, Value),
    /// The event's name and what listens.
    Listener(Cow<'static, str>, SendWrapper<Box<dyn FnMut(types::Event)>>),
    /// Takes the node.
    Node(Box<dyn Fn(&Node) + Send>),
}

/// A part on the page.
pub enum PartState {
    /// A value that stays.
    Fixed(Target, &'static str, Datum),
    /// A value that is followed.
    Live(Target, &'static str, RenderEffect<Datum>),
    /// The event's name and what takes the listener away.
    Listener(Cow<'static, str>, RemoveEventHandler<Node>),
    /// A reference was filled.
    Node,
}

impl Part {
    /// Puts it on `node`.
    pub fn build(self, node: &Node) -> PartState {
        match self {
            Part::Value(target, name, value) => put_value(node, target, name, value, None),
            Part::Listener(name, listener) => listen(node, name, listener),
            Part::Node(take) => {
                take(node);
                PartState::Node
            }
        }
    }

    /// True where it can take the place of `state`.
    pub fn fits(&self, state: &PartState) -> bool {
        match (self, state) {
            (
                Part::Value(target, name, _),
                PartState::Fixed(old_target, old_name, _) | PartState::Live(old_target, old_name, _),
            ) => (target, name) == (old_target, old_name),
            (Part::Listener(name, _), PartState::Listener(old_name, _)) => name == old_name,
            (Part::Node(_), PartState::Node) => true,
            _ => false,
        }
    }

    /// Takes the place of `state` on `node`.
    pub fn rebuild(self, node: &Node, state: &mut PartState) {
        let old = std::mem::replace(state, PartState::Node);
        *state = match (self, old) {
            (Part::Value(target, name, value), PartState::Fixed(_, _, old)) => {
                put_value(node, target, name, value, Some(old))
            }
            (Part::Value(target, name, value), PartState::Live(_, _, effect)) => {
                let old = effect.take_value();
                put_value(node, target, name, value, old)
            }
            (part, PartState::Listener(_, remove)) => {
                drop(remove);
                part.build(node)
            }
            (part, _) => part.build(node),
        };
    }
}

fn put_value(node: &Node, target: Target, name: &'static str, value: Value, old: Option<Datum>) -> PartState {
    match value {
        Value::Fixed(datum) => {
            put_changed(node, target, name, &datum, old);
            PartState::Fixed(target, name, datum)
        }
        Value::Live(mut value) => {
            let node = node.clone();
            let follow = move |old: Option<Datum>| {
                let datum = value();
                put_changed(&node, target, name, &datum, old);
                datum
            };
            PartState::Live(target, name, RenderEffect::new_with_value(follow, old))
        }
    }
}

/// A class is put in any case: the attribute `class` may have been written anew.
fn put_changed(node: &Node, target: Target, name: &'static str, datum: &Datum, old: Option<Datum>) {
    let is_new = old.is_none();
    if is_new && matches!(datum, Datum::Nothing | Datum::Flag(false)) && target != Target::Property {
        return;
    }
    if target == Target::Class || old.as_ref() != Some(datum) {
        put(node, target, name, datum);
    }
}

fn put(node: &Node, target: Target, name: &'static str, datum: &Datum) {
    match (target, datum) {
        (Target::Attribute, Datum::Text(text)) => Rndr::set_attribute(node, name, text),
        (Target::Attribute, Datum::Flag(true)) => Rndr::set_attribute(node, name, ""),
        (Target::Attribute, _) => Rndr::remove_attribute(node, name),
        (Target::Class, Datum::Flag(true)) => Rndr::add_class(&Rndr::class_list(node), name),
        (Target::Class, _) => Rndr::remove_class(&Rndr::class_list(node), name),
        (Target::Style, Datum::Text(text)) => Rndr::set_css_property(&Rndr::style(node), name, text),
        (Target::Style, _) => Rndr::remove_css_property(&Rndr::style(node), name),
        (Target::Property, Datum::Text(text)) => Rndr::set_property_or_value(node, name, &JsValue::from_str(text)),
        (Target::Property, Datum::Flag(flag)) => Rndr::set_property_or_value(node, name, &JsValue::from_bool(*flag)),
        (Target::Property, Datum::Nothing) => Rndr::set_property_or_value(node, name, &JsValue::NULL),
    }
}

fn listen(node: &Node, name: Cow<'static, str>, listener: SendWrapper<Box<dyn FnMut(types::Event)>>) -> PartState {
    let remove = Rndr::add_event_listener(node, &name, listener.take());
    PartState::Listener(name, remove)
}
