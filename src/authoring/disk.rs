//! What the operating system says of a file or folder, in words for authors.

use std::io;
use std::path::Path;

/// What failed with the file or folder at `path`, and why.
pub(super) fn failure(doing: &str, path: &Path, source: &io::Error) -> String {
    let path = path.display();
    // No call to the system failed: the folder was looked for and is not there.
    if source.kind() == io::ErrorKind::NotADirectory && source.raw_os_error().is_none() {
        return format!("there is no folder {path}");
    }
    format!("{doing} {path} failed: {}", reason(source))
}

/// Why it failed.
pub(super) fn reason(source: &io::Error) -> String {
    match source.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::AlreadyExists => "something of that name is there already".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder, not a file".to_owned(),
        io::ErrorKind::NotADirectory => "a part of the path is a file, not a folder".to_owned(),
        io::ErrorKind::StorageFull => "no room is left on the disk".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk may only be read".to_owned(),
        _ => source.to_string(),
    }
}

/// What to do about it, in one sentence.
pub(super) fn remedy(doing: &str) -> &'static str {
    match doing {
        "reading" | "listing" | "finding" | "opening the folder" => {
            "look for a slip in its name, and whether it may be read"
        }
        _ => "check that the folder is there, may be written, and has room left on its disk",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_tells_what_failed_and_why() {
        let path = Path::new("nofile.txt");
        let missing = failure("reading", path, &io::ErrorKind::NotFound.into());
        assert_eq!(missing, "reading nofile.txt failed: there is no such file or folder");
        let folder = failure("opening the folder", path, &io::ErrorKind::NotADirectory.into());
        assert_eq!(folder, "there is no folder nofile.txt");
        assert_ne!(remedy("reading"), remedy("writing"));
    }
}
