//! What a link carries of the view of places. The league that is drilled into stands in `AppLocation::within`.

use crate::protocol::PlaceMeasure;

/// How places are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PlaceForm {
    /// As a tree.
    #[default]
    List,
    /// As tiles.
    Tiles,
    /// On the owner's own map.
    Map,
}

impl PlaceForm {
    /// Every form, in the order of the switch.
    pub const ALL: [PlaceForm; 3] = [PlaceForm::List, PlaceForm::Tiles, PlaceForm::Map];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            PlaceForm::List => "list",
            PlaceForm::Tiles => "tiles",
            PlaceForm::Map => "map",
        }
    }
}

/// The order of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PlaceOrder {
    /// Most articles first.
    #[default]
    Count,
    /// By name.
    Name,
}

impl PlaceOrder {
    /// Every order, in the order of the switch.
    pub const ALL: [PlaceOrder; 2] = [PlaceOrder::Count, PlaceOrder::Name];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            PlaceOrder::Count => "count",
            PlaceOrder::Name => "name",
        }
    }
}

/// The part of a location that the view of places reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlaceLocation {
    /// How places are shown.
    pub form: PlaceForm,
    /// What shades tiles and map.
    pub measure: PlaceMeasure,
    /// The order of the tree.
    pub order: PlaceOrder,
}

impl PlaceLocation {
    /// Its parts of the URL: what is not usual.
    pub(super) fn parts(&self) -> Vec<(&'static str, &'static str)> {
        let usual = PlaceLocation::default();
        [
            ("places", self.form.as_str(), usual.form.as_str()),
            ("shade", self.measure.as_str(), usual.measure.as_str()),
            ("tree", self.order.as_str(), usual.order.as_str()),
        ]
        .into_iter()
        .filter(|(_, value, usual)| value != usual)
        .map(|(key, value, _)| (key, value))
        .collect()
    }

    /// Takes up a part of the URL; false for one that is none of its own.
    pub(super) fn read(&mut self, key: &str, value: &str) -> bool {
        match key {
            "places" => self.form = PlaceForm::ALL.into_iter().find(|it| it.as_str() == value).unwrap_or_default(),
            "shade" => self.measure = PlaceMeasure::ALL.into_iter().find(|it| it.as_str() == value).unwrap_or_default(),
            "tree" => self.order = PlaceOrder::ALL.into_iter().find(|it| it.as_str() == value).unwrap_or_default(),
            _ => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::view_model::url::AppLocation;

    #[test]
    fn what_is_unknown_is_usual() {
        let location = AppLocation::parse("#/places?places=globe&shade=largest&tree=&within=内蒙古自治区/赤峰市");
        assert_eq!(location.to_hash(), "#/places?within=内蒙古自治区/赤峰市&shade=largest");
    }
}
