//! `kiosk.toml`: what an integrator knows of the place that the kiosk stands in. It knows no command line.

use std::ops::RangeInclusive;
use std::path::Path;

use serde::Deserialize;

/// The settings of a file; what it leaves out is found out or has a default.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The glass.
    pub panel: Panel,
}

/// Diagonals that a panel can have, in inches.
pub const DIAGONAL_IN: RangeInclusive<f32> = 3.0..=200.0;

/// Heights above the floor that a glass can be mounted at, in millimetres.
pub const BOTTOM_MM: RangeInclusive<f32> = 0.0..=3_000.0;

/// What cannot be asked of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Panel {
    /// The diagonal of the glass in inches, 3 to 200.
    pub diagonal_in: Option<f32>,
    /// How high above the floor the lower edge of the glass is mounted, in millimetres, 0 to 3,000.
    pub bottom_mm: Option<f32>,
}

/// Why a file is not followed.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// It could not be read.
    #[error("{path} could not be read: {source}")]
    Read {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// It is not what such a file may say.
    #[error("{path}: {what}")]
    Form {
        /// The file.
        path: String,
        /// What is wrong, with its line and column.
        what: String,
    },
}

impl SettingsError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Read { .. } => {
                "give the file to the user that the kiosk runs as, or leave --config out"
            }
            Self::Form { .. } => {
                "such a file says for example: [panel], under it diagonal_in = 32.0 and bottom_mm = 700"
            }
        }
    }
}

impl Settings {
    /// Reads the file at `path`.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, an unknown key, a value of another type or beyond its bounds.
    pub fn read(path: &Path) -> Result<Self, SettingsError> {
        let name = || path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|source| SettingsError::Read { path: name(), source })?;
        Self::parse(&text).map_err(|what| SettingsError::Form { path: name(), what })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let settings: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        let within = |name: &str, value: Option<f32>, range: RangeInclusive<f32>| match value {
            Some(value) if !range.contains(&value) => {
                let (least, most) = range.into_inner();
                Err(format!("panel.{name} is {value}, from {least} to {most} makes sense"))
            }
            _ => Ok(()),
        };
        within("diagonal_in", settings.panel.diagonal_in, DIAGONAL_IN)?;
        within("bottom_mm", settings.panel.bottom_mm, BOTTOM_MM)?;
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_say_all_or_nothing() {
        assert_eq!(Settings::parse(""), Ok(Settings::default()));
        let full = Settings::parse("[panel]\ndiagonal_in = 32.0\nbottom_mm = 700\n");
        let panel = Panel { diagonal_in: Some(32.0), bottom_mm: Some(700.0) };
        assert_eq!(full, Ok(Settings { panel }));
    }

    #[test]
    fn what_it_may_not_say_is_told_with_its_place() {
        for (text, part) in [
            ("[panel]\ndiagonal = 32.0\n", "diagonal"),
            ("[panel]\nbottom_mm = \"high\"\n", "line 2"),
            ("[panel]\nbottom_mm = 9000\n", "0 to 3000"),
            ("[panel]\ndiagonal_in = nan\n", "3 to 200"),
            ("panel = 3", "line 1"),
        ] {
            let error = Settings::parse(text).unwrap_err();
            assert!(error.contains(part), "{text:?}: {error}");
        }
    }
}
