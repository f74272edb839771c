//! What a visitor may change to see, read and reach better. It belongs to the visit and ends with it.

/// The size of every text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TextSize {
    /// As designed: capitals of 5 mm.
    #[default]
    Normal,
    /// A quarter more.
    Large,
    /// Half more: capitals of 7.5 mm, which EN 301 549 5.1.4 asks for at 600 mm.
    Larger,
    /// Twice as large.
    Largest,
}

impl TextSize {
    /// All sizes, the smallest first.
    pub const ALL: [Self; 4] = [Self::Normal, Self::Large, Self::Larger, Self::Largest];

    /// How many times as large as designed.
    #[must_use]
    pub fn scale(self) -> f32 {
        match self {
            Self::Normal => 1.0,
            Self::Large => 1.25,
            Self::Larger => 1.5,
            Self::Largest => 2.0,
        }
    }

    /// The size of so many percent.
    #[must_use]
    pub fn of_percent(percent: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.percent() == percent)
    }

    /// The same in percent.
    #[must_use]
    pub fn percent(self) -> u16 {
        match self {
            Self::Normal => 100,
            Self::Large => 125,
            Self::Larger => 150,
            Self::Largest => 200,
        }
    }
}

/// What a visitor has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Access {
    /// The size of every text.
    pub text_size: TextSize,
    /// Black on white, edges drawn.
    pub has_high_contrast: bool,
    /// Everything in the lower part of the glass, for somebody who sits.
    pub is_in_reach: bool,
    /// Nothing moves by itself.
    pub is_calm: bool,
}

impl Access {
    /// Nothing chosen.
    pub const AS_DESIGNED: Self = Self {
        text_size: TextSize::Normal,
        has_high_contrast: false,
        is_in_reach: false,
        is_calm: false,
    };
}

impl Default for Access {
    fn default() -> Self {
        Self::AS_DESIGNED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_is_larger_than_the_one_before_and_says_the_same_in_percent() {
        assert_eq!(TextSize::ALL.map(TextSize::percent), [100, 125, 150, 200], "all four");
        for size in TextSize::ALL {
            let hundredfold = size.scale() * 100.0;
            assert!((hundredfold - f32::from(size.percent())).abs() < 0.01, "{size:?}");
        }
    }

    #[test]
    fn nothing_is_chosen_to_begin_with() {
        let Access { text_size, has_high_contrast, is_in_reach, is_calm } = Access::default();
        assert_eq!(text_size, TextSize::Normal, "as designed");
        assert!(!has_high_contrast && !is_in_reach && !is_calm, "nothing else either");
    }
}
