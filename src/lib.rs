//! A touch-screen kiosk for the lobbies and expo halls of Chongqing's Liangjiang New Area (两江新区).
//!
//! One binary shows one file: an edition (`content.db`) of stories in English and Chinese.
//!
//! | module | owns |
//! | --- | --- |
//! | [`content`] | what can be shown: the only reader of an edition |
//! | [`authoring`] | making an edition from texts and pictures |
//! | [`nav`] | where the visitor is, and what follows from a touch or from waiting |
//! | [`panel`] | glass and fingers: frames, damage, touches, the event loop |
//! | [`bootscreens`] | what is drawn without Slint |
//! | [`ui`] | the Slint screens and their adapters |
//! | [`app`] | the wiring |
//! | [`doctor`] | looking an edition over, page by page, on scripted kiosks |
//! | [`preview`] | building the authors' folder after every change, and showing it |
//! | [`config`], [`cli`] | what was asked for |
//!
//! `docs/architecture.md` has the map and the decisions.

pub mod app;
pub mod authoring;
pub mod bootscreens;
pub mod cli;
pub mod config;
pub mod content;
pub mod doctor;
pub mod nav;
pub mod panel;
pub mod preview;
pub mod ui;
