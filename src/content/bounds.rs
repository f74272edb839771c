//! How much of anything an edition may hold.
//!
//! Every bound is far above what an area's kiosk needs and low enough that a hostile file costs little.

/// Largest edition in bytes: 2 GiB.
pub const EDITION_MAX_BYTES: u64 = 2 << 30;

/// Largest picture in bytes, as the schema says too: 32 MiB.
pub const PICTURE_MAX_BYTES: usize = 32 << 20;

/// Largest body of an article or page in bytes: 256 KiB, some forty thousand words.
pub const BODY_MAX_BYTES: usize = 256 << 10;

/// Largest text other than a body in bytes: 4 KiB.
pub const LINE_MAX_BYTES: usize = 4 << 10;

/// Largest outline of a map shape in bytes: 1 MiB.
pub(super) const RINGS_MAX_BYTES: usize = 1 << 20;

/// Largest address of a source in bytes: what a QR code on the glass can still carry.
pub(super) const URL_MAX_BYTES: usize = 300;

/// Most rows that each table may have.
pub(super) const ROWS_MAX: &[(&str, u64)] = &[
    ("article", 20_000),
    ("article_fact", 400_000),
    ("article_picture", 200_000),
    ("article_picture_text", 800_000),
    ("article_source", 100_000),
    ("article_source_text", 400_000),
    ("article_text", 80_000),
    ("article_zone", 100_000),
    ("edition", 1),
    ("figure", 1_000),
    ("figure_point", 100_000),
    ("figure_text", 4_000),
    ("language", 16),
    ("map_shape", 500),
    ("map_shape_text", 4_000),
    ("page", 32),
    ("page_text", 512),
    ("picture", 50_000),
    ("picture_text", 200_000),
    ("seal", 1),
    ("section", 16),
    ("section_text", 256),
    ("topic", 512),
    ("topic_text", 8_192),
    ("zone", 1_000),
    ("zone_figure", 20_000),
    ("zone_text", 16_000),
];
