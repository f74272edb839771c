//! Writing drafts: all files or none, never over something, and an edition can be built of them.

use std::fs;

use kiosk::authoring::{Destination, Error, ImportError, Wishes, build};
use kiosk::content::{Fault, Severity};

use super::folder::*;
use super::good::good_pages;

#[test]
fn a_draft_is_written_whole_and_never_over_something() {
    let folder = Folder::english();
    let mut destination = folder.destination();
    let draft = draft("chains.txt", &Wishes::default(), &destination).expect("a draft");
    let home = destination.write(&draft).expect("written");
    assert_eq!(fs::read_to_string(home.join("en.md")).expect("read"), file(&draft, "en.md"));
    let names = folder.names();
    assert_eq!(names.iter().filter(|name| name.contains(&draft.slug)).count(), 3, "{names:#?}");
    assert!(!names.iter().any(|name| name.contains(".draft")), "{names:#?}");

    let again = destination.write(&draft).expect_err("refused");
    assert!(matches!(&again, ImportError::Exists { slug, .. } if *slug == draft.slug), "{again}");
    assert_eq!(folder.names(), names, "nothing was changed");
}

#[test]
fn a_folder_that_appeared_in_the_meantime_is_left_alone() {
    let folder = Folder::english();
    let mut destination = folder.destination();
    let draft = draft("chains.txt", &Wishes::default(), &destination).expect("a draft");
    let home = folder.path().join("stories/news/business").join(&draft.slug);
    fs::create_dir_all(&home).expect("made");
    let before = folder.names();
    assert!(matches!(destination.write(&draft), Err(ImportError::Exists { .. })));
    assert_eq!(folder.names(), before, "nothing was left behind");
}

#[test]
fn a_second_story_of_the_same_title_gets_another_name() {
    let folder = Folder::english();
    let mut destination = folder.destination();
    for expected in
        ["where-partners-are-sought", "where-partners-are-sought-2", "where-partners-are-sought-3"]
    {
        let draft =
            draft("opportunities-list.html", &Wishes::default(), &destination).expect("a draft");
        assert_eq!(draft.slug, expected);
        destination.write(&draft).expect("written");
        // A new look at the folder finds the names as well.
        destination = folder.destination();
    }
    let wishes = Wishes { slug: Some("where-partners-are-sought".into()), ..Wishes::default() };
    let error = draft("chains.txt", &wishes, &destination).expect_err("taken");
    assert!(matches!(error, ImportError::Exists { .. }), "{error}");
}

#[test]
fn a_page_is_taken_in_once_unless_the_author_names_a_second_story() {
    let folder = Folder::english();
    let mut destination = folder.destination();
    let plain = Wishes::default();
    let first = draft("port-quarter.html", &plain, &destination).expect("a draft");
    let home = destination.write(&first).expect("written");
    // Known at once, and to a new look at the folder.
    for destination in [destination, folder.destination()] {
        let error = draft("port-quarter.html", &plain, &destination).expect_err("refused");
        assert!(matches!(&error, ImportError::Known { story, .. } if *story == home), "{error}");
        assert!(error.to_string().contains(&first.slug), "{error}");
        assert!(error.help().contains("--slug"), "{}", error.help());
        let named = Wishes { slug: Some("second".to_owned()), ..Wishes::default() };
        assert_eq!(
            draft("port-quarter.html", &named, &destination).expect("a draft").slug,
            "second"
        );
    }
}

#[test]
fn a_draft_shows_where_its_picture_is_named() {
    let folder = Folder::english();
    let draft = draft("chains.txt", &Wishes::default(), &folder.destination()).expect("a draft");
    let story = file(&draft, "story.toml");
    let named = story.replace("# picture = \"…\"", "picture = \"river\"");
    let table: toml::Table = named.parse().expect("TOML");
    assert_eq!(table["picture"].as_str(), Some("river"), "above all tables: {story}");
}

#[cfg(unix)]
#[test]
fn where_the_disk_refuses_nothing_is_left() {
    let folder = Folder::english();
    let mut destination = folder.destination();
    let mut draft = draft("chains.txt", &Wishes::default(), &destination).expect("a draft");
    draft.files.push(("missing/en.md".to_owned(), String::new()));
    assert!(matches!(destination.write(&draft), Err(ImportError::Io { .. })));
    let left: Vec<String> =
        folder.names().into_iter().filter(|name| name.contains("chains")).collect();
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn a_folder_without_menus_is_told() {
    let folder = Folder::english();
    fs::remove_file(folder.path().join("menus.toml")).expect("removed");
    let error = Destination::read(&folder.path()).expect_err("refused");
    assert!(error.to_string().contains("menus.toml"), "{error}");
    fs::write(folder.path().join("menus.toml"), "[[section]]\nslug = \"news\"\n").expect("written");
    let error = Destination::read(&folder.path()).expect_err("refused");
    assert!(error.to_string().contains("menus.toml:1"), "the line is told: {error}");
    let nowhere = folder.path().join("nowhere");
    let error = Destination::read(&nowhere).expect_err("refused");
    assert_eq!(error.to_string(), format!("there is no folder {}", nowhere.display()));
    assert!(error.help().contains("--folder"), "{}", error.help());
}

/// Builds the edition of `folder`, which must have no fault of weight, and tells how many stories it has.
pub(crate) fn built(folder: &Folder) -> usize {
    match build(&folder.path(), &folder.edition()) {
        Ok(built) => {
            let errors: Vec<_> =
                built.warnings.iter().filter(|fault| fault.severity == Severity::Error).collect();
            assert!(errors.is_empty(), "{errors:#?}");
            let is_long = |fault: &&Fault| fault.what.starts_with("its summary has");
            let long: Vec<_> = built.warnings.iter().filter(is_long).collect();
            assert!(long.is_empty(), "a summary is too long: {long:#?}");
            built.stories
        }
        Err(Error::Faulty { faults, .. }) => panic!("{faults:#?}"),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn an_edition_can_be_built_of_all_good_drafts() {
    let (english, chinese) = (Folder::english(), Folder::chinese());
    let mut folders = [english.destination(), chinese.destination()];
    let mut counts = [0, 0];
    for (page, wishes) in good_pages() {
        let of_language = draft(page, &wishes, &folders[0]).expect(page);
        let index = usize::from(of_language.files.iter().any(|(name, _)| name == "zh.md"));
        let draft = draft(page, &wishes, &folders[index]).expect(page);
        folders[index].write(&draft).expect(page);
        counts[index] += 1;
    }
    assert_eq!(counts, [built(&english), built(&chinese)]);
    assert_eq!(counts.iter().sum::<usize>(), 30);
}
