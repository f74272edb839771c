//! `kiosk shot`: screens as PNG files, without a display. The same screen gives the same bytes.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::{Date, DateTime};

use super::run::{bottom, inches};
use super::{Failure, Outcome, PixelSize};
use crate::app::{Place, SAMPLE_GLASSES, SampleGlass, Setup, Stage, WallClock};
use crate::content::Library;
use crate::nav::{Access, IdlePolicy, TextSize};
use crate::panel::Frame;
use crate::ui::Glazing;

/// Which screens to draw, and how.
#[derive(Debug, Args)]
pub(super) struct Shot {
    /// Screens: attract, attract/2, home, section/news, section/news/business, article/SLUG, prompt/SLUG, gallery/SLUG/2,
    /// page/contact, zones, zones/SLUG, zones/SLUG/SLUG, figures, search, search/WORDS, access.
    #[arg(required_unless_present = "gallery", value_name = "SCREEN")]
    screens: Vec<String>,
    /// The edition.
    #[arg(long, value_name = "FILE", default_value = "content.db")]
    content: PathBuf,
    /// The PNG file; for several screens the folder.
    #[arg(short, long, value_name = "PATH", default_value = "shot.png")]
    output: PathBuf,
    /// Pixels.
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1920x1080")]
    size: PixelSize,
    /// Diagonal of the glass in inches.
    #[arg(long, value_name = "INCHES", value_parser = inches)]
    diagonal_in: Option<f32>,
    /// Language, by its tag; the edition's first if not given.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// How high above the floor the lower edge of the glass is mounted, in millimetres.
    #[arg(long, value_name = "MM", value_parser = bottom)]
    bottom_mm: Option<f32>,
    /// Text size in percent.
    #[arg(long, value_name = "PERCENT", default_value = "100", value_parser = ["100", "125", "150", "200"])]
    text_size: String,
    /// Black on white.
    #[arg(long)]
    high_contrast: bool,
    /// Everything within reach of somebody who sits.
    #[arg(long)]
    reach: bool,
    /// The moment that is shown; noon of the day that the edition was made if not given.
    #[arg(long, value_name = "YYYY-MM-DDTHH:MM")]
    now: Option<DateTime>,
    /// Draw every main screen in wide, tall and compact and in every language into this folder, as JPEG of half the size.
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["screens", "output", "size", "language"])]
    gallery: Option<PathBuf>,
}

/// How the screens of a gallery look: as designed, with the largest words, with high contrast.
const LOOKS: [(&str, Access); 3] = [
    ("", Access::AS_DESIGNED),
    ("-200", Access { text_size: TextSize::Largest, ..Access::AS_DESIGNED }),
    ("-contrast", Access { has_high_contrast: true, ..Access::AS_DESIGNED }),
];

/// One picture to make.
#[derive(Debug, Clone)]
struct Order {
    screen: String,
    language: Option<String>,
    size: PixelSize,
    diagonal_in: Option<f32>,
    access: Access,
    file: PathBuf,
}

impl Shot {
    pub(super) fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        for order in self.orders()? {
            let frame = self.draw(&order)?;
            save(&frame, &order.file)?;
            // A closed standard output does not matter: the file is what was asked for.
            let _ = writeln!(out, "{}", order.file.display());
        }
        Ok(Outcome::Good)
    }

    fn orders(&self) -> Result<Vec<Order>, Failure> {
        if let Some(folder) = &self.gallery {
            return self.gallery_orders(folder);
        }
        let is_one = self.screens.len() == 1;
        Ok(self
            .screens
            .iter()
            .map(|screen| Order {
                screen: screen.clone(),
                language: self.language.clone(),
                size: self.size,
                diagonal_in: self.diagonal_in,
                access: self.access(),
                file: if is_one {
                    self.output.clone()
                } else {
                    self.output.join(format!("{}.png", screen.replace('/', "-")))
                },
            })
            .collect())
    }

    /// Every main screen of the edition, in every layout and language.
    fn gallery_orders(&self, folder: &Path) -> Result<Vec<Order>, Failure> {
        let library = self.library()?;
        let catalogue = library.catalogue();
        let mut screens = vec!["attract".to_owned(), "home".to_owned()];
        screens
            .extend(catalogue.sections.iter().map(|section| format!("section/{}", section.slug)));
        let featured = catalogue.featured();
        let story = featured.first().copied().or(catalogue.articles.first());
        screens.extend(story.map(|story| format!("article/{}", story.slug)));
        screens.extend(story.map(|story| format!("prompt/{}", story.slug)));
        screens.extend(story.map(|story| format!("gallery/{}", story.slug)));
        screens.extend(catalogue.pages.first().map(|page| format!("page/{}", page.slug)));
        screens.push("zones".to_owned());
        // Those of which there is most to see.
        let mut zones: Vec<_> =
            catalogue.zones.iter().filter(|zone| zone.point.is_some()).collect();
        zones.sort_by_key(|zone| std::cmp::Reverse(zone.figures.values().map(Vec::len).max()));
        if let [one, other, ..] = zones.as_slice() {
            screens.push(format!("zones/{}", one.slug));
            screens.push(format!("zones/{}/{}", one.slug, other.slug));
        }
        screens.extend(["figures", "search", "search/guoyuan", "access"].map(str::to_owned));
        let mut orders = Vec::new();
        for screen in &screens {
            let kind = match screen.split('/').collect::<Vec<_>>().as_slice() {
                ["section", slug] => format!("section-{slug}"),
                ["zones", _] => "zone".to_owned(),
                ["zones", _, _] => "zones-compared".to_owned(),
                ["search", _] => "search-found".to_owned(),
                parts => parts.first().copied().unwrap_or_default().to_owned(),
            };
            for SampleGlass { name: layout, glazing } in SAMPLE_GLASSES {
                for language in &catalogue.languages {
                    for (suffix, access) in LOOKS {
                        // In other looks the loop and the sections have nothing new to show.
                        let is_plain = access == Access::default();
                        if !is_plain && (kind == "attract" || kind.starts_with("section-")) {
                            continue;
                        }
                        let file = format!("{kind}-{layout}-{}{suffix}.jpg", language.tag);
                        orders.push(Order {
                            screen: screen.clone(),
                            language: Some(language.tag.clone()),
                            size: PixelSize { width: glazing.width, height: glazing.height },
                            diagonal_in: glazing.diagonal_in,
                            access,
                            file: folder.join(file),
                        });
                    }
                }
            }
        }
        Ok(orders)
    }

    fn access(&self) -> Access {
        let text_size = self.text_size.parse().ok().and_then(TextSize::of_percent);
        Access {
            text_size: text_size.unwrap_or_default(),
            has_high_contrast: self.high_contrast,
            is_in_reach: self.reach,
            ..Access::AS_DESIGNED
        }
    }

    fn library(&self) -> Result<Library, Failure> {
        Library::open(&self.content).map_err(|error| Failure::new(&error, error.help()))
    }

    fn draw(&self, order: &Order) -> Result<Frame, Failure> {
        let library = self.library()?;
        let catalogue = library.catalogue();
        let place = Place::parse(&order.screen, &catalogue)
            .map_err(|error| Failure::new(&error, error.help()))?;
        let language = match &order.language {
            None => None,
            Some(tag) => {
                let known: Vec<&str> =
                    catalogue.languages.iter().map(|language| language.tag.as_str()).collect();
                let unknown = || {
                    Failure::new(
                        &format!("the edition has no language «{tag}»"),
                        format!("it has: {}", known.join(", ")),
                    )
                };
                Some(catalogue.language_by_tag(tag).ok_or_else(unknown)?.id)
            }
        };
        let noon = |day: Date| day.at(12, 0, 0, 0);
        let setup = Setup {
            glazing: Glazing {
                width: order.size.width,
                height: order.size.height,
                diagonal_in: order.diagonal_in,
                bottom_mm: self.bottom_mm,
            },
            access: order.access,
            wall: WallClock::Set(self.now.unwrap_or_else(|| noon(catalogue.made))),
            policy: IdlePolicy::default(),
            language,
            library,
            deliveries: None,
        };
        // Slint takes one platform a thread for good, so every picture has a thread of its own.
        let drawn = std::thread::scope(|scope| {
            scope
                .spawn(move || {
                    let stage = Stage::open(setup)?;
                    stage.go(&place)?;
                    let frame = stage.glass().frame().clone();
                    Ok::<_, crate::app::StageError>(frame)
                })
                .join()
        });
        match drawn {
            Ok(Ok(frame)) => Ok(frame),
            Ok(Err(error)) => Err(Failure::new(
                &error,
                "check the name of the screen, and the edition with `kiosk content check`",
            )),
            Err(_) => Err(Failure::new(
                &format!("drawing «{}» failed", order.screen),
                "this is a fault of the program; the lines above say where",
            )),
        }
    }
}

fn save(frame: &Frame, file: &Path) -> Result<(), Failure> {
    let failed = |reason: &dyn std::fmt::Display| {
        Failure::new(
            &format!("{} could not be written: {reason}", file.display()),
            "choose a folder that can be written to, and a name that ends in .png",
        )
    };
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    }
    let is_jpeg = file.extension().is_some_and(|ending| ending == "jpg");
    let written = if is_jpeg {
        // Half the size: the pictures of a gallery are to be looked at, and there are many.
        let small = frame.small_jpeg(frame.width() / 2, frame.height() / 2, 88);
        small.and_then(|jpeg| Ok(std::fs::write(file, jpeg)?))
    } else {
        frame.to_picture().save_with_format(file, image::ImageFormat::Png)
    };
    written.map_err(|error| failed(&error))
}
