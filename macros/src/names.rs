//! Which names of tags mean what.

/// True for the tags of pictures that are used here. `a`, `title` and `style`, which HTML has too, are HTML's.
pub fn is_svg(tag: &str) -> bool {
    ["svg", "g", "path", "rect", "line", "polyline", "circle", "text", "tspan", "defs", "pattern"].contains(&tag)
}

/// True for what is a component: its last name begins with a capital letter.
pub fn is_component(tag: &str) -> bool {
    tag.rsplit("::").next().and_then(|name| name.chars().next()).is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_are_told_by_their_last_name() {
        assert!(is_component("Masthead"));
        assert!(is_component("words::WordsView"));
        assert!(!is_component("section"));
    }

    #[test]
    fn a_link_is_of_html_and_a_rectangle_of_svg() {
        assert!(is_svg("rect"));
        assert!(!is_svg("a"));
    }
}
