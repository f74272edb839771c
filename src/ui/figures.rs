//! The wall of figures, for `ui/globals/figures.slint`.

use slint::ComponentHandle;

use super::chart_item::{chart_item, series};
use super::convert::model;
use super::generated::{AppWindow, FigureColumn, FigureWall, Figures};
use super::series::Series;
use super::{View, wall};

/// The most columns that the widest glass has room for; `ui/screens/figures.slint` has as many.
const COLUMNS: usize = 4;

/// About how many sizes of small type a line of a card is long: what its height is guessed by.
const LINE: f32 = 18.0;

pub(super) fn show(window: &AppWindow, view: &View<'_>) {
    let catalogue = view.catalogue;
    let language = view.state.session().language;
    let all: Vec<Series<'_>> = catalogue
        .figures
        .iter()
        .filter_map(|figure| series(catalogue, figure, "", language))
        .collect();
    let heights: Vec<f32> = all.iter().map(|one| one.lines(LINE)).collect();
    let charts: Vec<_> = all.iter().map(chart_item).collect();
    let column = |cards: Vec<usize>| FigureColumn {
        charts: model(cards.into_iter().filter_map(|card| charts.get(card).cloned())),
    };
    let walls = (1..=COLUMNS).map(|count| FigureWall {
        columns: model(wall::columns(&heights, count).into_iter().map(column)),
    });
    window.global::<Figures<'_>>().set_walls(model(walls));
}
