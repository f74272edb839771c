//! What there is to see of a state, and what lies behind it: everything but times and counters.

use kiosk::content::LanguageId;
use kiosk::nav::{Access, Screen, Session};

use crate::world::Visit;

/// What a visitor sees, has chosen, and can go back to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Glass {
    pub(crate) screen: Screen,
    pub(crate) history: Vec<Screen>,
    pub(crate) language: LanguageId,
    pub(crate) words: u32,
    pub(crate) is_asked: bool,
    pub(crate) access: Access,
    pub(crate) is_access_open: bool,
    pub(crate) query: String,
    pub(crate) zone_kind: Option<Box<str>>,
    /// The loop is on the glass and stands still.
    pub(crate) is_paused: bool,
}

impl Glass {
    pub(crate) fn of(visit: &Visit) -> Self {
        let Session { screen, language, words, prompt, access, is_access_open, .. } =
            *visit.state.session();
        Self {
            screen,
            history: visit.history().to_vec(),
            language,
            words,
            is_asked: prompt.is_some(),
            access,
            is_access_open,
            query: visit.state.session().query.clone(),
            zone_kind: visit.state.session().zone_kind.clone(),
            is_paused: visit.is_over() && visit.state.attract().is_paused(),
        }
    }
}
