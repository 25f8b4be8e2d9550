//! Nodes of markup as expressions.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement, NodeName};
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Lit};

use crate::names::{is_component, is_svg};

/// Stands before the name of each attribute that is written into the tag's own text.
const SEPARATOR: char = '\n';

/// The expression of one node.
pub fn of_node(node: &Node) -> syn::Result<TokenStream> {
    match node {
        Node::Element(it) if is_component(&it.name().to_string()) => of_component(it),
        Node::Element(it) => of_element(it),
        Node::Text(it) => {
            let text = &it.value;
            Ok(quote! { #text })
        }
        Node::Block(NodeBlock::ValidBlock(block)) => Ok(match block.stmts.as_slice() {
            [syn::Stmt::Expr(only, None)] => quote! { #only },
            _ => quote! { #block },
        }),
        other => {
            Err(syn::Error::new(other.span(), "only elements, components, quoted texts and blocks can stand here"))
        }
    }
}

/// `Element::new("tag…").attribute("name", value)….child(…)`.
fn of_element(element: &NodeElement<Infallible>) -> syn::Result<TokenStream> {
    let tag = element.name().to_string();
    let mut spec = tag.clone();
    let mut calls = vec![];
    for attribute in element.attributes() {
        let attribute = keyed(attribute)?;
        match written(attribute) {
            Some(text) => {
                spec.push(SEPARATOR);
                spec.push_str(&format!("{}={text}", attribute.key));
            }
            None => calls.push(of_attribute(attribute)?),
        }
    }
    for child in &element.children {
        calls.push(of_child(child)?);
    }
    let new = if is_svg(&tag) { format_ident!("svg") } else { format_ident!("html") };
    Ok(quote! { crate::ui::element::Element::#new(#spec)#(#calls)* })
}

fn of_child(child: &Node) -> syn::Result<TokenStream> {
    let view = of_node(child)?;
    Ok(match child {
        Node::Text(_) => quote! { .text(#view) },
        Node::Element(it) if !is_component(&it.name().to_string()) => quote! { .element(#view) },
        _ => quote_spanned! {child.span()=> .child(::leptos::prelude::IntoAny::into_any(#view)) },
    })
}

/// The value of a plain attribute whose value is written in the markup, or that has none.
fn written(attribute: &KeyedAttribute) -> Option<String> {
    let is_plain = !attribute.key.to_string().contains(':');
    match attribute.value() {
        None => Some(String::new()),
        Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) if is_plain => Some(text.value()),
        Some(_) => None,
    }
}

fn of_attribute(attribute: &KeyedAttribute) -> syn::Result<TokenStream> {
    let key = attribute.key.to_string();
    let value = attribute.value();
    let call = match key.split_once(':') {
        None if key == "node_ref" => return Ok(quote! { .node_ref(#value) }),
        None => format_ident!("attribute"),
        Some(("class", _)) => format_ident!("class"),
        Some(("style", _)) => format_ident!("style"),
        Some(("prop", _)) => format_ident!("property"),
        Some(("on", event)) => {
            let event = format_ident!("{event}");
            return Ok(quote! { .on(::leptos::ev::#event, #value) });
        }
        Some(_) => return Err(syn::Error::new(attribute.key.span(), "no such kind of attribute")),
    };
    let name = key.split_once(':').map_or(key.as_str(), |(_, name)| name);
    Ok(quote! { .#call(#name, crate::ui::element::IntoValue::into_value(#value)) })
}

/// As Leptos writes it; a component has properties only.
fn of_component(component: &NodeElement<Infallible>) -> syn::Result<TokenStream> {
    if let Some(child) = component.children.first() {
        return Err(syn::Error::new(child.span(), "components have no children here: pass a view as a property"));
    }
    let name = component.name();
    let mut calls = vec![];
    for attribute in component.attributes() {
        let attribute = keyed(attribute)?;
        let NodeName::Path(key) = &attribute.key else {
            return Err(syn::Error::new(attribute.key.span(), "a property's name is a word"));
        };
        match attribute.value() {
            Some(value) => calls.push(quote! { .#key(#value) }),
            None => calls.push(quote! { .#key(#key) }),
        }
    }
    Ok(quote! {
        ::leptos::component::component_view(
            &#name,
            ::leptos::component::component_props_builder(&#name)#(#calls)*.build(),
        )
    })
}

fn keyed(attribute: &NodeAttribute) -> syn::Result<&KeyedAttribute> {
    match attribute {
        NodeAttribute::Attribute(it) => Ok(it),
        NodeAttribute::Block(it) => Err(syn::Error::new(it.span(), "attributes have names")),
    }
}
