//! The view of places as lines: the tree with mentions and largest figures, then the marks of the map with their shades.

use banmian::protocol::{PlaceFigure, PlaceMark, PlaceNode, Places};

/// What a `places` request is answered.
pub fn lines(places: &Places) -> Vec<String> {
    let mut res = vec![];
    places.roots.iter().for_each(|it| tree(it, 0, &mut res));
    let quantities: Vec<String> = places.quantities.iter().map(|it| format!("{} {}", it.0.as_str(), it.1)).collect();
    let quantity = places.quantity.map_or("no figures", |it| it.as_str());
    res.push(format!("{quantity} in {}, {} others; {}", places.unit, places.n_other_figures, quantities.join(", ")));
    let borders: Vec<String> = places.borders.iter().map(f64::to_string).collect();
    res.push(format!(
        "{} articles, {} of the whole alone, {} outside ({}); borders {}",
        places.n_articles,
        places.n_whole,
        places.n_outside,
        places.outside.join(" "),
        borders.join(" ")
    ));
    res.extend(places.marks.iter().filter(|it| it.n_articles > 0 || it.path.is_empty()).map(mark));
    res.push(format!("{} marks of {}", places.marks.len(), places.ground.name));
    res
}

fn tree(node: &PlaceNode, depth: usize, res: &mut Vec<String>) {
    let more = node
        .more
        .as_ref()
        .map_or(String::new(), |it| format!(", {} mentions{}", it.n_mentions, figure(it.largest.as_ref())));
    res.push(format!("{}{} {} articles{more}", "  ".repeat(depth), node.name, node.count));
    node.children.iter().for_each(|it| tree(it, depth + 1, res));
}

fn mark(it: &PlaceMark) -> String {
    let (column, row) = it.at;
    let place = if it.path.is_empty() { "unknown" } else { &it.path };
    format!(
        "  {} ({}) at {column},{row} shade {}: {} articles, {} mentions{} {:?} {place}",
        it.name,
        it.short,
        it.shade,
        it.n_articles,
        it.n_mentions,
        figure(it.largest.as_ref()),
        it.choice
    )
}

fn figure(figure: Option<&PlaceFigure>) -> String {
    figure.map_or(String::new(), |it| format!(", {} = {} → {}/{}", it.printed, it.value, it.article, it.figure))
}
