//! What the screen says, without Leptos: the URL, formats, labels, highlights. Tested natively.

pub mod article_words;
pub mod citation;
pub mod clauses;
pub mod date_facet;
pub mod dates;
pub mod export;
pub mod figure_row;
pub mod figure_view;
pub mod format;
pub mod highlight;
pub mod kept_notice;
pub mod labels;
pub mod load_state;
pub mod locale;
pub mod mark_walk;
pub mod mention_note;
pub mod mention_walk;
pub mod opening;
pub mod past_queries;
pub mod place_areas;
pub mod place_location;
pub mod place_map;
pub mod place_tree;
pub mod query_marks;
pub mod remarks;
pub mod saved_views;
pub mod translations;
pub mod url;
pub mod word_links;
pub mod word_location;
pub mod word_options;
pub mod words;

pub use load_state::Load;
pub use locale::Locale;
