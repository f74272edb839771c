//! Markers of lists while they are written: hyphens and numbers, and how far an inner list is indented.

/// The lists that are open.
#[derive(Debug, Default)]
pub(super) struct Lists {
    outer: Option<Marker>,
    inner: Option<Marker>,
}

/// The marker of the last entry of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    Hyphen,
    Number(usize),
}

impl Lists {
    /// Whether the next entry goes on with the list that is open, and its marker.
    pub(super) fn next(&mut self, is_ordered: bool, is_inner: bool) -> (bool, String) {
        if let (true, Some(outer)) = (is_inner, self.outer) {
            let marker = Marker::after(self.inner, is_ordered);
            self.inner = Some(marker);
            // Its text begins below that of the entry that it belongs to.
            let indent = " ".repeat(outer.written().len());
            return (true, indent + &marker.written());
        }
        let marker = Marker::after(self.outer, is_ordered);
        let goes_on = self.outer.is_some_and(|outer| outer.is_ordered() == is_ordered);
        *self = Self { outer: Some(marker), inner: None };
        (goes_on, marker.written())
    }
}

impl Marker {
    fn is_ordered(self) -> bool {
        matches!(self, Self::Number(_))
    }

    fn after(last: Option<Self>, is_ordered: bool) -> Self {
        match last {
            _ if !is_ordered => Self::Hyphen,
            Some(Self::Number(number)) => Self::Number(number + 1),
            _ => Self::Number(1),
        }
    }

    fn written(self) -> String {
        match self {
            Self::Hyphen => "- ".to_owned(),
            Self::Number(number) => format!("{number}. "),
        }
    }
}
