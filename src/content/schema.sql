-- The edition, schema version 1: all that a kiosk shows, in one file.
--
-- Plain tables only: no views, triggers, virtual tables, generated columns or extra indexes.
-- The reader refuses a file whose tables differ from these (see verify.rs).
-- Every visible text sits in a *_text table, one row a language.
-- Rows carry integer keys; slugs are what people and links use.
-- Texts ending in `_on` are days (YYYY-MM-DD); `opens_at` and `closes_at` are HH:MM.

CREATE TABLE language (
  id INTEGER PRIMARY KEY,
  tag TEXT NOT NULL UNIQUE CHECK (length(tag) BETWEEN 2 AND 16),       -- BCP 47: en, zh
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),            -- its own name, on the button
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),          -- the place's name in this language
  position INTEGER NOT NULL UNIQUE CHECK (position >= 0),
  fallback INTEGER REFERENCES language (id) CHECK (fallback <> id)     -- shown where a translation is missing
) STRICT;

CREATE TABLE edition (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version TEXT NOT NULL CHECK (length(version) BETWEEN 1 AND 40),
  made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),           -- never goes back where editions are signed
  default_language INTEGER NOT NULL REFERENCES language (id)
) STRICT;

CREATE TABLE picture (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 80),
  mime TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'image/png', 'image/webp')),
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 8192),             -- pixels
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 8192),           -- pixels
  focus_x REAL NOT NULL DEFAULT 0.5 CHECK (focus_x BETWEEN 0 AND 1),   -- what a crop must keep, 0 0 is top left
  focus_y REAL NOT NULL DEFAULT 0.5 CHECK (focus_y BETWEEN 0 AND 1),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 33554432)
) STRICT;

CREATE TABLE picture_text (
  picture INTEGER NOT NULL REFERENCES picture (id),
  language INTEGER NOT NULL REFERENCES language (id),
  alt TEXT NOT NULL,
  credit TEXT NOT NULL,
  PRIMARY KEY (picture, language)
) STRICT;

CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 80),
  position INTEGER NOT NULL UNIQUE CHECK (position >= 0),
  accent TEXT NOT NULL CHECK (accent IN ('river', 'copper', 'persimmon', 'indigo'))
) STRICT;

CREATE TABLE section_text (
  section INTEGER NOT NULL REFERENCES section (id),
  language INTEGER NOT NULL REFERENCES language (id),
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY (section, language)
) STRICT;

CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  section INTEGER NOT NULL REFERENCES section (id),
  slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 80),
  position INTEGER NOT NULL CHECK (position >= 0),
  UNIQUE (section, slug),
  UNIQUE (section, position)
) STRICT;

CREATE TABLE topic_text (
  topic INTEGER NOT NULL REFERENCES topic (id),
  language INTEGER NOT NULL REFERENCES language (id),
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY (topic, language)
) STRICT;

CREATE TABLE zone (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 80),
  position INTEGER NOT NULL UNIQUE CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('area', 'port', 'bonded', 'district', 'park', 'innovation', 'town', 'transport', 'culture')),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),               -- WGS84 degrees
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  point_is_schematic INTEGER NOT NULL DEFAULT 1 CHECK (point_is_schematic IN (0, 1)),
  area_km2 REAL CHECK (area_km2 > 0),
  founded INTEGER CHECK (founded BETWEEN 1000 AND 9999),               -- year
  CHECK ((longitude IS NULL) = (latitude IS NULL))
) STRICT;

CREATE TABLE zone_text (
  zone INTEGER NOT NULL REFERENCES zone (id),
  language INTEGER NOT NULL REFERENCES language (id),
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  industries TEXT NOT NULL,
  enterprises TEXT NOT NULL,
  PRIMARY KEY (zone, language)
) STRICT;

CREATE TABLE zone_figure (
  zone INTEGER NOT NULL REFERENCES zone (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  language INTEGER NOT NULL REFERENCES language (id),
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  period TEXT NOT NULL,
  PRIMARY KEY (zone, position, language)
) STRICT;

CREATE TABLE figure (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 80),
  position INTEGER NOT NULL UNIQUE CHECK (position >= 0),
  chart TEXT NOT NULL CHECK (chart IN ('bars', 'line', 'dots')),
  glance INTEGER UNIQUE CHECK (glance >= 1)                            -- place on the home screen
) STRICT;

CREATE TABLE figure_text (
  figure INTEGER NOT NULL REFERENCES figure (id),
  language INTEGER NOT NULL REFERENCES language (id),
  title TEXT NOT NULL,
  unit TEXT NOT NULL,
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (figure, language)
) STRICT;

CREATE TABLE figure_point (
  figure INTEGER NOT NULL REFERENCES figure (id),
  period TEXT NOT NULL CHECK (length(period) BETWEEN 4 AND 24),        -- sorts: 2021, 2021-Q1, 2021-05
  language INTEGER NOT NULL REFERENCES language (id),
  label TEXT NOT NULL,                                                 -- the period as it is printed
  value REAL NOT NULL,                                                 -- in the unit of this language
  printed TEXT NOT NULL,                                               -- the value as it is printed
  PRIMARY KEY (figure, period, language)
) STRICT;

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 80),
  topic INTEGER NOT NULL REFERENCES topic (id),
  kind TEXT NOT NULL CHECK (kind IN ('story', 'gallery', 'film', 'page')),
  published_on TEXT NOT NULL CHECK (published_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  updated_on TEXT NOT NULL CHECK (updated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  historic INTEGER NOT NULL DEFAULT 0 CHECK (historic IN (0, 1)),
  picture INTEGER REFERENCES picture (id),                             -- the lead picture
  valid_from TEXT CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  weekdays TEXT CHECK (length(weekdays) BETWEEN 3 AND 27),             -- 'mon,tue'; NULL: every day
  opens_at TEXT CHECK (opens_at GLOB '[0-2][0-9]:[0-5][0-9]'),
  closes_at TEXT CHECK (closes_at GLOB '[0-2][0-9]:[0-5][0-9]'),
  featured_rank INTEGER CHECK (featured_rank >= 1),                    -- NULL: not in the attract loop
  dwell_s INTEGER CHECK (dwell_s BETWEEN 6 AND 15),
  pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  CHECK (updated_on >= published_on),
  CHECK ((opens_at IS NULL) = (closes_at IS NULL))
) STRICT;

CREATE TABLE article_text (
  article INTEGER NOT NULL REFERENCES article (id),
  language INTEGER NOT NULL REFERENCES language (id),
  headline TEXT NOT NULL CHECK (length(headline) >= 1),
  summary TEXT NOT NULL,
  caption TEXT NOT NULL,                                               -- of the lead picture; may be empty
  body TEXT NOT NULL,                                                  -- Markdown, see docs/content.md
  PRIMARY KEY (article, language)
) STRICT;

CREATE TABLE article_fact (
  article INTEGER NOT NULL REFERENCES article (id),
  language INTEGER NOT NULL REFERENCES language (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  period TEXT NOT NULL,
  PRIMARY KEY (article, language, position)
) STRICT;

CREATE TABLE article_picture (
  article INTEGER NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  picture INTEGER NOT NULL REFERENCES picture (id),
  PRIMARY KEY (article, position)
) STRICT;

CREATE TABLE article_picture_text (
  article INTEGER NOT NULL,
  position INTEGER NOT NULL,
  language INTEGER NOT NULL REFERENCES language (id),
  caption TEXT NOT NULL,
  PRIMARY KEY (article, position, language),
  FOREIGN KEY (article, position) REFERENCES article_picture (article, position)
) STRICT;

CREATE TABLE article_source (
  article INTEGER NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  dated_on TEXT NOT NULL CHECK (dated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  url TEXT CHECK (length(url) BETWEEN 10 AND 300),
  PRIMARY KEY (article, position)
) STRICT;

CREATE TABLE article_source_text (
  article INTEGER NOT NULL,
  position INTEGER NOT NULL,
  language INTEGER NOT NULL REFERENCES language (id),
  name TEXT NOT NULL,
  PRIMARY KEY (article, position, language),
  FOREIGN KEY (article, position) REFERENCES article_source (article, position)
) STRICT;

CREATE TABLE article_zone (
  article INTEGER NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  zone INTEGER NOT NULL REFERENCES zone (id),
  PRIMARY KEY (article, position)
) STRICT;

CREATE TABLE page (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 80),
  position INTEGER NOT NULL UNIQUE CHECK (position >= 0),
  updated_on TEXT NOT NULL CHECK (updated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE page_text (
  page INTEGER NOT NULL REFERENCES page (id),
  language INTEGER NOT NULL REFERENCES language (id),
  headline TEXT NOT NULL,
  summary TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (page, language)
) STRICT;

CREATE TABLE map_shape (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('district', 'river')),
  in_new_area INTEGER NOT NULL CHECK (in_new_area IN (0, 1)),
  rings TEXT NOT NULL                                                  -- JSON: rings of [longitude, latitude], WGS84
) STRICT;

CREATE TABLE map_shape_text (
  shape INTEGER NOT NULL REFERENCES map_shape (id),
  language INTEGER NOT NULL REFERENCES language (id),
  name TEXT NOT NULL,
  PRIMARY KEY (shape, language)
) STRICT;

CREATE TABLE seal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  digest TEXT NOT NULL CHECK (length(digest) = 64),                    -- SHA-256, lower-case hex, see seal.rs
  signature TEXT                                                       -- minisign, over the digest
) STRICT;
