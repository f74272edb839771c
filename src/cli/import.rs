//! `kiosk content import`: saved pages of the area's website become drafts in the authors' folder.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::content::Error;
use crate::authoring::{Destination, Draft, ImportError, Wishes, import, read_page};

/// Which pages to take in, and what they do not say themselves.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Import {
    /// Saved pages: HTML, or the words of a page as text
    #[arg(required = true, value_name = "PAGE")]
    pub pages: Vec<PathBuf>,
    /// The authors' folder
    #[arg(long, value_name = "DIR", default_value = "assets/content")]
    pub folder: PathBuf,
    /// Where the stories belong, such as news/business; else where the pages say
    #[arg(long, value_name = "SECTION/TOPIC")]
    pub topic: Option<String>,
    /// The name of the story's folder; else made from its title
    ///
    /// Only for a single page.
    #[arg(long, value_name = "SLUG")]
    pub slug: Option<String>,
    /// The day of the stories; else the day that the pages say
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
}

impl Import {
    /// Takes the pages in, one after another; tells how many were refused.
    ///
    /// # Errors
    ///
    /// When the folder is none, one name is given for several pages, or `out` takes no words.
    pub(super) fn run(&self, out: &mut dyn Write) -> Result<usize, Error> {
        if self.slug.is_some() && self.pages.len() > 1 {
            return Err(Error::SlugForMany(self.pages.len()));
        }
        let mut destination = Destination::read(&self.folder)?;
        let wishes = Wishes { topic: self.topic.clone(), slug: self.slug.clone(), date: self.date };
        let mut refused = 0;
        for page in &self.pages {
            match take_in(page, &wishes, &mut destination) {
                Ok((folder, draft)) => print_draft(page, &folder, &draft, out)?,
                Err(error) => {
                    refused += 1;
                    writeln!(
                        out,
                        "error {}\n  {error}\n  To mend it: {}.",
                        page.display(),
                        error.help()
                    )?;
                }
            }
        }
        let taken = self.pages.len() - refused;
        writeln!(out, "{taken} taken in, {refused} refused.")?;
        Ok(refused)
    }
}

fn take_in(
    page: &Path,
    wishes: &Wishes,
    destination: &mut Destination,
) -> Result<(PathBuf, Draft), ImportError> {
    let bytes = read_page(page)?;
    let draft = import(&bytes, &page.display().to_string(), wishes, destination)?;
    let folder = destination.write(&draft)?;
    Ok((folder, draft))
}

fn print_draft(page: &Path, folder: &Path, draft: &Draft, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} -> {}", page.display(), folder.display())?;
    for note in &draft.notes {
        writeln!(out, "  - {note}")?;
    }
    Ok(())
}
