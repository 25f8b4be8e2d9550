//! What people do with Banmian, done in a real Chromium against the release build in `dist/`.
//!
//! `cargo test -p banmian-e2e -- WORDS` runs the tests whose names contain one of the words.

mod accessibility;
mod bad_input;
mod charts;
mod delivery;
mod engine;
mod export;
mod facets;
mod figures;
mod journey;
mod keyboard;
mod loading;
#[path = "../../support/paper.rs"]
mod paper;
mod places;
mod reading;
mod screen;
mod screenshots;
mod search_box;
mod walk;
mod width;
mod words;

use std::process::ExitCode;

use banmian_e2e::runner::{self, Test};

/// Every test, in the order in which they run.
const TESTS: &[Test] = &[
    ("journey/narrows-by-query-place-section-and-date", journey::narrows_by_query_place_section_and_date),
    ("journey/says-what-is-no-date", journey::says_what_is_no_date),
    ("journey/reads-an-article-with-its-marks", journey::reads_an_article_with_its_marks),
    ("journey/picks-a-place-with-the-keyboard", journey::picks_a_place_with_the_keyboard),
    ("journey/goes-from-a-figure-to-its-sentence", journey::goes_from_a_figure_to_its_sentence),
    ("journey/opens-what-is-behind-a-bar", journey::opens_what_is_behind_a_bar),
    ("journey/goes-from-places-and-words-to-articles", journey::goes_from_places_and_words_to_articles),
    ("journey/a-pasted-link-gives-the-same-screen", journey::a_pasted_link_gives_the_same_screen),
    ("journey/hurries-from-screen-to-screen", journey::hurries_from_screen_to_screen),
    ("facets/lists-include-and-exclude", facets::lists_include_and_exclude),
    ("facets/chips-negate-and-copy", facets::chips_negate_and_copy),
    ("facets/the-tree-by-keyboard", facets::the_tree_by_keyboard),
    ("facets/histograms-without-a-mouse-and-with-one", facets::histograms_without_a_mouse_and_with_one),
    ("charts/walks-the-marks", charts::walks_the_marks),
    ("charts/brushes-the-dates", charts::brushes_the_dates),
    ("charts/takes-places-apart", charts::takes_places_apart),
    ("charts/is-told-in-other-ways", charts::is_told_in_other_ways),
    ("figures/sorts-groups-and-goes-back", figures::sorts_groups_and_goes_back),
    ("figures/narrows-by-value", figures::narrows_by_value),
    ("figures/opens-a-sentence-beside-the-table", figures::opens_a_sentence_beside_the_table),
    ("figures/draws-only-the-rows-in-sight", figures::draws_only_the_rows_in_sight),
    ("figures/starts-with-an-overview", figures::starts_with_an_overview),
    ("reading/says-how-each-mention-was-read", reading::says_how_each_mention_was_read),
    ("reading/goes-from-a-remark-to-its-place", reading::goes_from_a_remark_to_its_place),
    ("reading/walks-the-hits", reading::walks_the_hits),
    ("reading/leads-on-and-is-cited", reading::leads_on_and_is_cited),
    ("search-box/composes-chinese", search_box::composes_chinese),
    ("search-box/repairs-a-wrong-part", search_box::repairs_a_wrong_part),
    ("search-box/completes-a-place-by-initials", search_box::completes_a_place_by_initials),
    ("search-box/tries-an-example", search_box::tries_an_example),
    ("search-box/saves-and-reopens-a-view", search_box::saves_and_reopens_a_view),
    ("search-box/imports-views-and-says-what-is-wrong", search_box::imports_views_and_says_what_is_wrong),
    ("delivery/at-the-root", delivery::at_the_root),
    ("delivery/under-a-path-of-an-intranet", delivery::under_a_path_of_an_intranet),
    ("delivery/in-a-frame-of-another-page", delivery::in_a_frame_of_another_page),
    ("delivery/behind-a-server-that-labels-gzip", delivery::behind_a_server_that_labels_gzip),
    ("delivery/behind-a-server-without-policy", delivery::behind_a_server_without_policy),
    ("delivery/without-workers", delivery::without_workers),
    ("loading/list-before-dictionary", loading::list_before_dictionary),
    ("loading/useful-while-the-dictionary-is-on-its-way", loading::useful_while_the_dictionary_is_on_its_way),
    ("loading/what-has-come-while-more-comes", loading::what_has_come_while_more_comes),
    ("loading/reads-two-thousand-pages", loading::reads_two_thousand_pages),
    ("loading/says-that-the-dictionary-did-not-come", loading::says_that_the_dictionary_did_not_come),
    ("engine/answers-as-natively", engine::answers_as_natively),
    ("bad-input/every-bad-file-at-once", bad_input::every_bad_file_at_once),
    ("bad-input/each-bad-file-alone", bad_input::each_bad_file_alone),
    ("bad-input/no-list-of-pages", bad_input::no_list_of_pages),
    ("bad-input/no-pages", bad_input::no_pages),
    ("keyboard/tab-reaches-everything", keyboard::tab_reaches_everything),
    ("keyboard/what-can-be-used-can-have-the-focus", keyboard::what_can_be_used_can_have_the_focus),
    ("words/walks-the-lines-of-a-query", words::walks_the_lines_of_a_query),
    ("words/draws-only-the-lines-in-sight", words::draws_only_the_lines_in_sight),
    ("words/goes-from-a-collocate-to-its-lines", words::goes_from_a_collocate_to_its_lines),
    ("words/compares-two-places", words::compares_two_places),
    ("walk/goes-from-mention-to-mention", walk::goes_from_mention_to_mention),
    ("walk/walks-by-mouse-and-by-touch", walk::walks_by_mouse_and_by_touch),
    ("walk/tells-words-from-runs", walk::tells_words_from_runs),
    ("walk/sorts-a-comparison", walk::sorts_a_comparison_and_opens_what_both_share),
    ("walk/explains-its-measures", walk::explains_its_measures),
    ("walk/remembers-what-was-searched", walk::remembers_what_was_searched),
    ("walk/completes-a-customary-name", walk::completes_a_customary_name),
    ("export/saves-a-table", export::saves_a_table),
    ("export/saves-the-articles", export::saves_the_articles),
    ("export/copies-a-table", export::copies_a_table),
    ("export/saves-a-chart", export::saves_a_chart),
    ("places/tiles-by-keyboard", places::tiles_by_keyboard),
    ("places/zooms-and-reads-the-table", places::zooms_and_reads_the_table),
    ("places/the-tree-leads-to-figures", places::the_tree_leads_to_figures),
    ("places/an-owners-map", places::an_owners_map),
    ("places/a-broken-map", places::a_broken_map),
    ("places/no-map", places::no_map),
    ("width/nothing-sticks-out", width::nothing_sticks_out),
    ("accessibility/axe-in-chinese", accessibility::axe_in_chinese),
    ("accessibility/axe-in-english", accessibility::axe_in_english),
    ("accessibility/axe-on-a-phone", accessibility::axe_on_a_phone),
];

/// Pictures for people; not part of a test run.
const SCREENSHOTS: &[Test] = &[("screenshots", screenshots::take)];

fn main() -> ExitCode {
    let wants_pictures = std::env::var_os("BANMIAN_SCREENSHOTS").is_some();
    runner::run(if wants_pictures { SCREENSHOTS } else { TESTS })
}
