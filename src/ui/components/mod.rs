//! One component a file. Each reads the state, asks view models for words and numbers, and prints.

pub mod announcer;
pub mod clause_chips;
pub mod diagnostics_list;
pub mod facet_panel;
pub mod library_status;
pub mod load_notice;
pub mod masthead;
pub mod preference_switch;
pub mod search_box;
pub mod view_switch;
