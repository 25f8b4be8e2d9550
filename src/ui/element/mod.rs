//! One type for every element of the screen.
//!
//! `view!` makes these. Leptos' own elements are a type each, by tag, attributes and children, and every type brings
//! code for building, patching, mounting and dropping it; here the shape is data, and that code is there once.
//! Components, lists, signals and effects are Leptos' own, and an `Element` is a view like any other.

mod part;
mod render;
mod value;

use std::borrow::Cow;

use leptos::html::ElementType;
use leptos::prelude::*;
use leptos::tachys::html::event::EventDescriptor;
use leptos::tachys::html::node_ref::NodeRefContainer;
use leptos::tachys::renderer::types;
use send_wrapper::SendWrapper;

use part::{Part, Target};
pub use value::{IntoValue, Value};

/// An element with its attributes, listeners and children, not yet on the page.
pub struct Element(Box<Plan>);

/// What an element will be.
struct Plan {
    /// The tag; after line ends, the attributes that never change, as `name=value`.
    spec: &'static str,
    is_svg: bool,
    parts: Vec<Part>,
    children: Vec<AnyView>,
}

impl Element {
    /// An element of HTML: its tag, and after line ends the attributes that never change, as `name=value`.
    pub fn html(spec: &'static str) -> Self {
        Element(Box::new(Plan { spec, is_svg: false, parts: vec![], children: vec![] }))
    }

    /// The same of SVG.
    pub fn svg(spec: &'static str) -> Self {
        let mut element = Element::html(spec);
        element.0.is_svg = true;
        element
    }

    /// With an attribute.
    pub fn attribute(self, name: &'static str, value: Value) -> Self {
        self.part(Part::Value(Target::Attribute, name, value))
    }

    /// With a class that is there while the value is true.
    pub fn class(self, name: &'static str, value: Value) -> Self {
        self.part(Part::Value(Target::Class, name, value))
    }

    /// With a property of its style.
    pub fn style(self, name: &'static str, value: Value) -> Self {
        self.part(Part::Value(Target::Style, name, value))
    }

    /// With a property of its node, such as the text in a field.
    pub fn property(self, name: &'static str, value: Value) -> Self {
        self.part(Part::Value(Target::Property, name, value))
    }

    /// With a listener. What it asks of contexts it asks of the place where it was made.
    pub fn on<E>(self, event: E, mut listener: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: From<types::Event>,
    {
        self.listener(event.name(), Box::new(move |event| listener(event.into())))
    }

    /// Known as `node` once it is on the page.
    pub fn node_ref<E: ElementType>(self, node: impl NodeRefContainer<E>) -> Self {
        self.part(Part::Node(Box::new(move |element| node.clone().load(element))))
    }

    /// With a child element.
    pub fn element(self, child: Element) -> Self {
        self.child(child.into_any())
    }

    /// With a text that never changes.
    pub fn text(self, text: &'static str) -> Self {
        self.child(text.into_any())
    }

    /// With a child of any kind.
    pub fn child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    fn listener(self, event: Cow<'static, str>, mut listener: Box<dyn FnMut(types::Event)>) -> Self {
        let owner = Owner::current().unwrap_or_default();
        let listener = move |event| owner.with(|| listener(event));
        self.part(Part::Listener(event, SendWrapper::new(Box::new(listener))))
    }

    fn part(mut self, part: Part) -> Self {
        self.0.parts.push(part);
        self
    }
}
