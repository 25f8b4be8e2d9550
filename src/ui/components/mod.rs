//! One component a file. Each reads the state, asks view models for words and numbers, and prints.

pub mod announcer;
pub mod article_text;
pub mod clause_chips;
pub mod date_facet;
pub mod diagnostics_list;
pub mod facet_panel;
pub mod library_status;
pub mod load_notice;
pub mod mark_legend;
pub mod marked_text;
pub mod masthead;
pub mod mention_note;
pub mod place_chips;
pub mod place_facet;
pub mod preference_switch;
pub mod reader;
pub mod reader_foot;
pub mod reader_head;
pub mod result_list;
pub mod result_row;
pub mod search_box;
pub mod section_facet;
pub mod view_switch;
