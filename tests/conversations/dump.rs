//! A response as lines that a person can read and compare.

use banmian::codec;
use banmian::engine::chart::Opens;
use banmian::engine::query::Choice;
use banmian::engine::query::ast::Problem;
use banmian::engine::query::completion::Completion;
use banmian::engine::text::Span;
use banmian::protocol::{
    ArticleDetail, ArticleLink, ArticleRow, Bar, Bytes, Cell, Comparison, ConcordanceLine, FacetValue, Facets,
    FigureLine, FigureRow, FigureTable, Histogram, Leads, Library, Lines, Overview, OverviewEntry, PlaceNode, Related,
    Response, Snippet, Table, Whole,
};
use banmian::view_model::Locale;
use banmian::view_model::figure_row::summary_text;
use banmian::view_model::word_location::link;

/// The lines of a response.
pub fn response(response: &Response) -> String {
    let lines = match response {
        Response::Library(library) => library_lines(library),
        Response::Articles(list) => {
            let head = format!("{} of {}", list.n_total, list.n_all);
            [head].into_iter().chain(list.rows.iter().flat_map(row_lines)).collect()
        }
        Response::Facets(facets) => facet_lines(facets),
        Response::Article(detail) => article_lines(detail),
        Response::Figures(table) => figure_lines(table),
        Response::Overview(overview) => overview_lines(overview),
        Response::Chart(chart) => {
            let refused = chart.refused.iter().map(|(kind, why)| format!("  no {}: {why}", kind.as_str()));
            let behind =
                chart.behind.iter().flat_map(|(name, table)| [vec![name.clone()], table_lines(table)].concat());
            let head = [chart.title.clone(), chart.notes.join("; ")];
            head.into_iter().chain(refused).chain(table_lines(&chart.table)).chain(behind).collect()
        }
        Response::Related(related) => related_lines(related),
        Response::QueryCheck(check) => check.problems.iter().map(|it| problem_line(&check.query, it)).collect(),
        Response::Completion(list) => list.offers.iter().map(offer_line).collect(),
        Response::Lines(lines) => concordance_lines(lines),
        Response::WideLine(line) => vec![format!("[{}] {}", line.section, line.headline), snippet(&line.text)],
        Response::WordTable(None) => vec!["pending".to_owned()],
        Response::WordTable(Some(table)) => table_lines(table),
        Response::NextMention(passage) => {
            vec![
                passage
                    .as_ref()
                    .map_or("none".to_owned(), |it| format!("{} {}-{}", it.article, it.span.start, it.span.end)),
            ]
        }
        Response::Comparison(comparison) => comparison_lines(comparison),
        Response::Places(it) => super::places::lines(it),
        Response::Packed(Bytes(bytes)) => match codec::decode(bytes) {
            Ok(Whole::Answer(answer)) => return self::response(&answer),
            Ok(Whole::Articles(articles)) => articles.iter().map(|it| it.id.clone()).collect(),
            Err(error) => vec![format!("failed: {error}")],
        },
        Response::Failed(error) => vec![format!("failed: {error}")],
    };
    lines.join("\n") + "\n"
}

fn related_lines(related: &Related) -> Vec<String> {
    let link = |it: &ArticleLink| format!("{} {} {}", it.id, it.name, it.date).trim().to_owned();
    let beside = [("page", &related.on_page), ("section", &related.in_section)];
    let ends = beside.into_iter().flat_map(|(name, it)| [(name, "before", &it.previous), (name, "after", &it.next)]);
    let mut res: Vec<String> =
        ends.filter_map(|(name, way, it)| Some(format!("{way} in the {name}: {}", link(it.as_ref()?)))).collect();
    res.extend(related.similar.iter().map(|it| format!("like it: {}", link(it))));
    res.extend(related.citations.iter().flat_map(|it| it.lines()).map(str::to_owned));
    res
}

fn problem_line(query: &str, problem: &Problem) -> String {
    format!("{} at {} → {}", problem.code.as_str(), problem.span.slice(query), problem.repair)
}

fn offer_line(offer: &Completion) -> String {
    let n_articles = offer.n_articles.map_or(String::new(), |it| format!(" {it}"));
    format!(
        "{} {}{n_articles} → {} | {}",
        offer.kind.as_str(),
        offer.name.join(" | "),
        offer.writing[0],
        offer.writing[1]
    )
}

fn library_lines(library: &Library) -> Vec<String> {
    let ready = if library.lexicon_ready { "ready" } else { "lexicon pending" };
    let mut res = vec![format!("{} articles, {ready}", library.n_articles)];
    for page in &library.pages {
        let edtf = page.published.edtf.as_ref().map_or("undated", |it| it.as_str());
        let codes: Vec<&str> = page.diagnostics.iter().map(|it| it.diagnostic.code.as_str()).collect();
        res.push(format!("page {} {edtf} {} articles; {}", page.id, page.n_articles, codes.join(", ")));
    }
    res.extend(library.failed.iter().map(|it| format!("failed: {it}")));
    res
}

fn row_lines(row: &ArticleRow) -> Vec<String> {
    let places: Vec<&str> = row.places.iter().map(|it| it.name.as_str()).collect();
    let headline = marked(&row.headline, &row.headline_hits);
    let head = format!("{} [{}] {headline} ({})", row.id, row.section, places.join(" "));
    vec![head.replace(" ()", ""), format!("  {}", snippet(&row.snippet))]
}

fn facet_lines(facets: &Facets) -> Vec<String> {
    let mut res = vec![];
    for list in &facets.lists {
        let value = |it: &FacetValue| format!("{} {} {}{}", list.facet.as_str(), it.value, it.count, star(it.choice));
        res.extend(list.values.iter().map(value));
        res.extend(
            (list.n_more > 0).then(|| format!("{} … {} more of {}", list.facet.as_str(), list.n_more, list.n_all)),
        );
    }
    match &facets.places {
        Some(places) => places.iter().for_each(|it| place_lines(it, 1, &mut res)),
        None => res.push("places pending".into()),
    }
    for Histogram { facet, bars, n_before, n_after, n_undated, .. } in &facets.histograms {
        let bar = |it: &Bar| {
            format!(
                "{} {} {} within {}{}",
                facet.as_str(),
                it.date.as_str(),
                it.count,
                it.n_within,
                if it.chosen { " *" } else { "" }
            )
        };
        res.extend(bars.iter().filter(|it| it.count > 0 || it.chosen).map(bar));
        res.push(format!("{} before {n_before}, after {n_after}, undated {n_undated}", facet.as_str()));
    }
    res
}

fn place_lines(node: &PlaceNode, depth: usize, res: &mut Vec<String>) {
    let figures = format!("{} articles, {} figures", node.count, node.n_figures);
    res.push(format!("{}{} {} {figures}{}", "  ".repeat(depth), node.name, node.level.as_str(), star(node.choice)));
    node.children.iter().for_each(|it| place_lines(it, depth + 1, res));
}

fn star(choice: Choice) -> &'static str {
    match choice {
        Choice::Free => "",
        Choice::Included => " *",
        Choice::Excluded => " -",
    }
}

fn article_lines(detail: &ArticleDetail) -> Vec<String> {
    let words: Vec<&str> = detail.keywords.iter().take(3).map(|it| it.word.as_str()).collect();
    let neighbour = |it: &Option<String>| it.clone().unwrap_or_else(|| "none".into());
    vec![
        format!("{} [{}] {}", detail.id, detail.section, detail.headline),
        format!("  {}", marked(&detail.text, &detail.hits).replace('\n', "\n  ")),
        format!("  keywords {}", words.join(" ")),
        format!("  previous {}, next {}", neighbour(&detail.previous), neighbour(&detail.next)),
    ]
}

fn figure_lines(table: &FigureTable) -> Vec<String> {
    let quantities: Vec<String> = table.quantities.iter().map(|it| format!("{} {}", it.0.as_str(), it.1)).collect();
    let units: Vec<String> = table.units.iter().map(|it| format!("{} {}", it.0, it.1)).collect();
    let mut res = vec![
        format!("{} rows; {}; {}", table.n_total, quantities.join(", "), units.join(", ")),
        format!("  {}", summary_text(Locale::English, &table.summary)),
    ];
    let bar = |(count, ends): (&usize, &[f64])| format!("{}–{} {count}", ends[0], ends[1]);
    let bars: Vec<String> = table.bins.counts.iter().zip(table.bins.borders.windows(2)).map(bar).collect();
    res.extend((!bars.is_empty()).then(|| format!("  {}", bars.join(", "))));
    res.extend((table.is_wrong != [false; 2]).then(|| format!("  wrong: {:?}", table.is_wrong)));
    res.extend(table.rows.iter().map(|it| match it {
        FigureLine::Group(key, summary) => format!("= {key}: {}", summary_text(Locale::English, summary)),
        FigureLine::Figure(row) => figure_line(row),
    }));
    res
}

fn figure_line(row: &FigureRow) -> String {
    let high = row.high.map_or(String::new(), |it| format!("–{it}"));
    format!("{} {} {}{high} {}: {}", row.article, row.figure, row.value, row.unit, row.cells.join(" | "))
}

fn overview_lines(overview: &Overview) -> Vec<String> {
    let [first, last] = &overview.dates;
    let Overview { n_pages, n_articles, n_figures, .. } = overview;
    let mut res = vec![format!("{n_pages} pages, {n_articles} articles, {n_figures} figures, {first} to {last}")];
    for list in &overview.lists {
        res.push(format!("{} and {} more", list.of.map_or("", |it| it.as_str()), list.n_more));
        let entry = |it: &OverviewEntry| format!("  {} {} {}% {}", it.name.text, it.count, it.share, it.figure.text);
        res.extend(list.entries.iter().map(|it| entry(it).trim_end().to_owned()));
    }
    res
}

fn concordance_lines(lines: &Lines) -> Vec<String> {
    let dump = |it: &ConcordanceLine| {
        let source = [it.date.as_str(), &it.place, &it.section].join(" ");
        let (article, span) = (&it.passage.article, it.passage.span);
        let kind = it.kind.map_or("", |it| it.as_str());
        let context = format!("{}[{}]{}", it.left, it.keyword, it.right);
        format!("{article} {}-{} {context} ({}) {kind}", span.start, span.end, source.trim()).trim_end().to_owned()
    };
    let head = format!("{} lines from {}", lines.n_total, lines.offset);
    [head].into_iter().chain(lines.rows.iter().map(dump)).collect()
}

fn comparison_lines(comparison: &Comparison) -> Vec<String> {
    let mut res = table_lines(&comparison.counts);
    res.extend(table_lines(&comparison.places));
    let quantities: Vec<String> =
        comparison.quantities.iter().map(|it| format!("{} {}", it.0.as_str(), it.1)).collect();
    res.push(format!("{}; {}", comparison.quantity.map_or("no figures", |it| it.as_str()), quantities.join(", ")));
    res.extend(table_lines(&comparison.figures));
    res.extend(comparison.keywords.iter().flatten().flat_map(table_lines));
    res.extend(table_lines(&comparison.dates));
    res
}

/// Columns, then a row a line; what a cell opens stands behind it.
fn table_lines(table: &Table) -> Vec<String> {
    let columns: Vec<&str> = table.columns.iter().map(|it| it.as_str()).collect();
    let sort = table.sort.map_or(String::new(), |it| format!(" by {} {:?}", it.column.as_str(), it.direction));
    let cell = |it: &Cell| match &it.leads {
        Leads::Nowhere => it.text.clone(),
        Leads::Lines(query) => format!("{}→{query}", it.text),
        Leads::LinesOf(query, selection) => format!("{}→{query} in {}", it.text, link(selection)),
        Leads::Select(selection) => format!("{}→{}", it.text, link(selection)),
        Leads::Quantity(quantity) => format!("{}→{}", it.text, quantity.as_str()),
        Leads::Opens(Opens::Figure { article, figure }) => format!("{}→{article}/{figure}", it.text),
        Leads::Opens(Opens::Text { article, span }) => format!("{}→{article} {}-{}", it.text, span.start, span.end),
        Leads::Opens(
            Opens::Place(path) | Opens::Date(path) | Opens::Behind(path) | Opens::Choose(path) | Opens::Within(path),
        ) => {
            format!("{}→{path}", it.text)
        }
    };
    let row = |it: &Vec<Cell>| format!("  {}", it.iter().map(cell).collect::<Vec<_>>().join(" | "));
    let head = format!("{} rows{sort}: {}", table.n_total, columns.join(" | "));
    [head].into_iter().chain(table.rows.iter().map(row)).collect()
}

fn snippet(snippet: &Snippet) -> String {
    let dots = |cut: bool| if cut { "…" } else { "" };
    format!("{}{}{}", dots(snippet.cut_before), marked(&snippet.text, &snippet.hits), dots(snippet.cut_after))
}

fn marked(text: &str, hits: &[Span]) -> String {
    let mut res = String::new();
    let mut at = 0;
    for hit in hits {
        res.push_str(&format!("{}[{}]", Span::new(at, hit.start).slice(text), hit.slice(text)));
        at = hit.end;
    }
    res + Span::new(at, text.len()).slice(text)
}
