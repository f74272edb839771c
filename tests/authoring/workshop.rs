//! A small folder of sources that holds one of everything, and room beside it for editions.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use kiosk::authoring::{Error, build};
use kiosk::content::Fault;
use tempfile::TempDir;

const EDITION: &str = r#"
version = "2026.11.1"
made = 2026-11-24
default_language = "en"
[[language]]
tag = "en"
name = "English"
title = "Liangjiang New Area"
[[language]]
tag = "zh"
name = "中文"
title = "两江新区"
fallback = "en"
"#;

const MENUS: &str = r#"
[[section]]
slug = "news"
accent = "river"
title.en = "News"
title.zh = "新闻"
summary.en = "What is new."
summary.zh = "最新消息。"
[[section.topic]]
slug = "business"
title.en = "Business"
title.zh = "商务"
summary.en = "Trade and firms."
summary.zh = "贸易与企业。"
[[section.topic]]
slug = "photo"
title.en = "Photo"
title.zh = "图片"
summary.en = "Seen."
summary.zh = "所见。"
"#;

const FIGURES: &str = r#"
[[figure]]
slug = "gdp"
glance = 1
chart = "bars"
title.en = "Gross domestic product"
title.zh = "地区生产总值"
unit.en = "billion yuan"
unit.zh = "亿元"
source.en = "Bulletin"
source.zh = "公报"
[[figure.point]]
period = "2020"
label.en = "2020"
label.zh = "2020年"
value.en = 401
value.zh = 4010.5
[[figure.point]]
period = "2021"
label.en = "2021"
label.zh = "2021年"
value.en = 435.0
value.zh = 4350.0
text.en = "over 435"
text.zh = "4350余"
"#;

const ZONES: &str = r#"
[[zone]]
slug = "port"
kind = "port"
point = [106.7236, 29.6209]
area_km2 = 4.0
founded = 2008
name.en = "Guoyuan Port"
name.zh = "果园港"
summary.en = "A river port."
summary.zh = "内河港。"
industries.en = "Logistics"
industries.zh = "物流"
enterprises.en = "A container terminal (2022)"
enterprises.zh = "集装箱码头（2022年）"
[[zone.figure]]
value = "30"
label.en = "berths"
label.zh = "泊位"
period.en = "in 2020"
period.zh = "2020年"
"#;

const MAP: &str = r#"{"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"kind": "district", "name_en": "North", "name_zh": "北区", "in_new_area": true},
   "geometry": {"type": "Polygon", "coordinates": [[[106.5, 29.5], [106.75, 29.5], [106.6, 29.75], [106.5, 29.5]]]}},
  {"type": "Feature", "properties": {"kind": "river", "name_en": "Yangtze", "name_zh": "长江"},
   "geometry": {"type": "LineString", "coordinates": [[106.5, 29.5], [106.6, 29.55], [106.7, 29.6]]}}
]}"#;

pub(crate) const STORY: &str = r#"
published = 2022-05-25
updated = 2022-05-26
kind = "story"
picture = "river"
zones = ["port"]
[[source]]
name.en = "Website"
name.zh = "网站"
url = "https://www.example.org/story"
date = 2022-05-25
[featured]
rank = 1
pinned = true
[valid]
from = 2026-01-01
until = 2026-12-31
weekdays = ["tue", "mon"]
opens = 22:00:00
closes = 02:30:00
"#;

const STORY_EN: &str = r#"+++
headline = "Chain chiefs \"nine\" months on"
summary = "One line."
caption = "A river."
[[fact]]
value = "28,000"
label = "vehicles"
period = "2022"
+++

The lead paragraph.

## A heading

![](fact:1)

![Product by year](figure:gdp)

![The quay](picture:quay)
"#;

const STORY_ZH: &str = "+++\nheadline = \"链长制九个月\"\nsummary = \"一句话。\"\n[[fact]]\nvalue = \"2.8万\"\nlabel = \"辆\"\nperiod = \"2022年\"\n+++\n\n导语。\n";

const GALLERY: &str = r#"
published = 2021-01-02
updated = 2021-01-02
kind = "gallery"
picture = "quay"
historic = true
[[source]]
name.en = "Website"
name.zh = "网站"
date = 2021-01-02
[[picture_more]]
picture = "river"
caption.en = "The river."
caption.zh = "江。"
"#;

const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="1920" height="1080" viewBox="0 0 1920 1080">
<defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="#0F5E66"/><stop offset="1" stop-color="#C8923F"/></linearGradient></defs>
<rect width="1920" height="1080" fill="url(#g)"/></svg>"##;

const PICTURE: &str = "focus = [0.5, 0.25]\n[en]\nalt = \"Water.\"\ncredit = \"Drawing\"\n[zh]\nalt = \"水。\"\ncredit = \"绘图\"\n";

/// The folder of the story that has one of everything.
pub(crate) const STORY_FOLDER: &str = "stories/news/business/chain-chiefs";

/// A folder of sources, with room beside it for editions.
pub(crate) struct Workshop {
    pub(crate) home: TempDir,
}

impl Workshop {
    /// A folder of two stories, a page and all else that a folder can hold.
    pub(crate) fn new() -> Self {
        let workshop = Self::empty();
        for (name, text) in sources() {
            workshop.write(&name, text);
        }
        workshop.write("pictures/quay.png", png(32, 24));
        workshop
    }

    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        Self { home: tempfile::tempdir().expect("temporary folder") }
    }

    /// The folder of sources.
    pub(crate) fn folder(&self) -> PathBuf {
        self.home.path().join("content")
    }

    /// Where the edition `name` is or will be.
    pub(crate) fn edition(&self, name: &str) -> PathBuf {
        self.home.path().join("editions").join(name)
    }

    /// Writes a file of the folder.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.folder().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folder");
        fs::create_dir_all(self.home.path().join("editions")).expect("folder");
        fs::write(path, bytes).expect("written");
    }

    /// Removes a file of the folder.
    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.folder().join(name)).expect("removed");
    }

    /// Replaces `from`, which must be there, by `to`.
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.folder().join(name)).expect("text");
        assert!(text.contains(from), "{name} does not hold {from:?}");
        self.write(name, text.replacen(from, to, 1));
    }

    /// Builds the edition `name`, which must succeed.
    pub(crate) fn build(&self, name: &str) -> PathBuf {
        let path = self.edition(name);
        if let Err(error) = build(&self.folder(), &path) {
            panic!("{error}: {:#?}", faults_of(&error));
        }
        path
    }

    /// The faults of a build, which must fail and write nothing.
    pub(crate) fn faults(&self) -> Vec<Fault> {
        let error =
            build(&self.folder(), &self.edition("bad.db")).expect_err("a faulty folder was built");
        let left: Vec<_> = fs::read_dir(self.home.path().join("editions")).expect("list").collect();
        assert!(left.is_empty(), "a failed build left something: {left:?}");
        faults_of(&error)
    }
}

/// The faults that `error` lists.
pub(crate) fn faults_of(error: &Error) -> Vec<Fault> {
    match error {
        Error::Faulty { faults, .. } => faults.clone(),
        other => panic!("not a list of faults: {other:?}"),
    }
}

/// The texts and drawings of the folder, by name.
pub(crate) fn sources() -> Vec<(String, &'static str)> {
    let page = "+++\nheadline = \"Contact\"\nsummary = \"Whom to ask.\"\n+++\n\nAsk the staff.\n";
    let gallery = "+++\nheadline = \"Seen\"\nsummary = \"Seen.\"\n+++\n\nTwo pictures.\n";
    vec![
        ("edition.toml".into(), EDITION),
        ("menus.toml".into(), MENUS),
        ("figures.toml".into(), FIGURES),
        ("zones.toml".into(), ZONES),
        ("map.geojson".into(), MAP),
        (format!("{STORY_FOLDER}/story.toml"), STORY),
        (format!("{STORY_FOLDER}/en.md"), STORY_EN),
        (format!("{STORY_FOLDER}/zh.md"), STORY_ZH),
        ("stories/news/photo/a-walk/story.toml".into(), GALLERY),
        ("stories/news/photo/a-walk/en.md".into(), gallery),
        ("stories/news/photo/a-walk/zh.md".into(), gallery),
        ("pages/contact/page.toml".into(), "updated = 2026-11-24\n"),
        ("pages/contact/en.md".into(), page),
        ("pages/contact/zh.md".into(), page),
        ("pages/terms/page.toml".into(), "updated = 2026-11-24\nposition = 1\n"),
        ("pages/terms/en.md".into(), page),
        ("pages/terms/zh.md".into(), page),
        ("pictures/river.svg".into(), SVG),
        ("pictures/river.toml".into(), PICTURE),
        ("pictures/quay.toml".into(), PICTURE),
    ]
}

/// A picture of that size.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let image = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([x, y, x ^ y].map(|part| u8::try_from(part % 256).expect("a byte")))
    });
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).expect("encoded");
    bytes.into_inner()
}
