//! `view!`: the markup of the screen.
//!
//! It reads what Leptos' own macro reads and is used beside its components, but an element becomes a chain of plain
//! calls on one type (`crate::ui::element::Element`) instead of a type of its own. Leptos makes code anew for every
//! shape of element and every attribute's type; this macro's elements cost their names and values only.

mod element;
mod names;

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::Node;

/// Markup as a view: `view! { <p class="note" on:click=close>{words}</p> }`.
///
/// An element's attributes may be plain (`id=…`), toggled classes (`class:name=…`), style properties (`style:--x=…`),
/// properties of the node (`prop:value=…`), listeners (`on:click=…`) and `node_ref=…`. Values are texts, numbers,
/// truth values, options of them, and functions that give one of them, which are followed.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse2(tokens.into()).and_then(|nodes| of_roots(&nodes)) {
        Ok(tokens) => tokens.into(),
        Err(error) => error.to_compile_error().into(),
    }
}

/// One root is itself; several are a list.
fn of_roots(nodes: &[Node]) -> syn::Result<TokenStream> {
    let views = nodes.iter().map(element::of_node).collect::<syn::Result<Vec<_>>>()?;
    Ok(match views.as_slice() {
        [view] => view.clone(),
        views => quote! { ::std::vec![#(::leptos::prelude::IntoAny::into_any(#views)),*] },
    })
}
