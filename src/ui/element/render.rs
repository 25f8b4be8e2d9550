//! An element on the page: built, patched, mounted and taken away.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};
use wasm_bindgen::JsCast;
use web_sys::Element as Node;

use super::part::{Part, PartState};
use super::{Element, Plan};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element that is, or was, on the page.
pub struct ElementState {
    node: Node,
    spec: &'static str,
    parts: Vec<PartState>,
    children: Vec<AnyViewState>,
}

impl ElementState {
    /// True where `plan` differs from it in values and children only.
    fn is_of(&self, plan: &Plan) -> bool {
        self.spec == plan.spec
            && self.parts.len() == plan.parts.len()
            && self.children.len() == plan.children.len()
            && plan.parts.iter().zip(&self.parts).all(|(part, state)| Part::fits(part, state))
    }
}

impl Render for Element {
    type State = ElementState;

    fn build(self) -> ElementState {
        let Plan { spec, is_svg, parts, children } = *self.0;
        let mut words = spec.split('\n');
        let node = Rndr::create_element(words.next().unwrap_or_default(), is_svg.then_some(SVG));
        for (name, value) in words.filter_map(|it| it.split_once('=')) {
            Rndr::set_attribute(&node, name, value);
        }
        let parts = parts.into_iter().map(|part| part.build(&node)).collect();
        let build = |child: AnyView| {
            let mut child = child.build();
            child.mount(&node, None);
            child
        };
        let children = children.into_iter().map(build).collect();
        ElementState { node, spec, parts, children }
    }

    /// An element of the same shape stays on the page, with its focus; one of another shape takes its place.
    fn rebuild(self, state: &mut ElementState) {
        if !state.is_of(&self.0) {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        for (part, state_of_part) in self.0.parts.into_iter().zip(&mut state.parts) {
            part.rebuild(&state.node, state_of_part);
        }
        for (child, state_of_child) in self.0.children.into_iter().zip(&mut state.children) {
            child.rebuild(state_of_child);
        }
    }
}

impl Mountable for ElementState {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn try_mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) -> bool {
        Rndr::try_insert_node(parent, &self.node, marker)
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.node).and_then(|it| it.dyn_into::<Node>().ok());
        parent.map(|parent| child.mount(&parent, Some(&self.node))).is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.node.clone()]
    }
}

no_attrs!(Element);

/// What Leptos asks of a view besides: there is no server that would print it, so it is built wherever it is.
impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> ElementState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
