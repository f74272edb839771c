//! Drawings: an SVG that stands for itself, turned into 1920 × 1080 pixels.
//!
//! It may not reach for anything outside, carry a raster picture, or hold writing, whose look would depend on the machine's fonts.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::budget::Budget;
use super::{DRAWN, PictureFault};

/// Elements in a file; more than any drawing here needs.
const ELEMENTS: u32 = 200_000;
/// Groups within groups.
const DEPTH: usize = 64;
/// Elements that would bring in something foreign, and what to say of each.
const FOREIGN: [(&str, &str); 5] = [
    ("image", "a raster picture"),
    ("feImage", "a raster picture"),
    ("text", "writing"),
    ("script", "a script"),
    ("foreignObject", "a piece of a web page"),
];

/// The warm paper that shows where a drawing leaves its ground empty (#F6F1E7).
const PAPER: (u8, u8, u8) = (0xF6, 0xF1, 0xE7);

/// Checks that the drawing can be drawn, without drawing it.
pub(super) fn check(bytes: &[u8]) -> Result<(), PictureFault> {
    tree(bytes).map(|_| ())
}

/// Draws an SVG on paper.
pub(super) fn draw(bytes: &[u8]) -> Result<Pixmap, PictureFault> {
    let tree = tree(bytes)?;
    let (width, height) = DRAWN;
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| {
        PictureFault::new("there is no room for its pixels", "close other programs")
    })?;
    pixmap.fill(Color::from_rgba8(PAPER.0, PAPER.1, PAPER.2, u8::MAX));
    let scale = Transform::from_scale(
        width as f32 / tree.size().width(),
        height as f32 / tree.size().height(),
    );
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    Ok(pixmap)
}

fn tree(bytes: &[u8]) -> Result<Tree, PictureFault> {
    let save_again = "save it again as a plain SVG";
    let text = std::str::from_utf8(bytes)
        .map_err(|_| PictureFault::new("the file is not in UTF-8", save_again))?;
    // Without a DTD there are no entities, and so none that unfold without end.
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: ELEMENTS * 2, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options)
        .map_err(|error| PictureFault::new(format!("this is not an SVG: {error}"), save_again))?;
    check_form(&document)?;
    Budget::of(&document).check()?;
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options)
        .map_err(|error| PictureFault::new(format!("this cannot be drawn: {error}"), save_again))?;
    let is_wide = (tree.size().width() / tree.size().height() * 9.0 / 16.0 - 1.0).abs() < 0.001;
    if !is_wide {
        return Err(PictureFault::new(
            format!("it is {} by {}, not 16 to 9", tree.size().width(), tree.size().height()),
            "begin it with <svg width=\"1920\" height=\"1080\" viewBox=\"0 0 1920 1080\">",
        ));
    }
    if tree.root().children().is_empty() {
        return Err(PictureFault::new("nothing is drawn in it", "draw something, or take it away"));
    }
    Ok(tree)
}

/// Refuses what is foreign, what lies outside, and groups without end.
fn check_form(document: &Document<'_>) -> Result<(), PictureFault> {
    let mut depth = 0;
    let mut stack = vec![(document.root_element(), 1)];
    while let Some((node, level)) = stack.pop() {
        depth = depth.max(level);
        if depth > DEPTH {
            return Err(PictureFault::new(
                format!("groups lie {depth} deep in each other"),
                "ungroup what need not be grouped",
            ));
        }
        check_element(node)?;
        stack.extend(node.children().filter(Node::is_element).map(|child| (child, level + 1)));
    }
    Ok(())
}

fn check_element(node: Node<'_, '_>) -> Result<(), PictureFault> {
    let line = node.document().text_pos_at(node.range().start).row;
    let name = node.tag_name().name();
    if let Some((_, what)) = FOREIGN.iter().find(|(foreign, _)| *foreign == name) {
        return Err(PictureFault::new(
            format!("line {line}: <{name}>, {what}, cannot be drawn here"),
            "draw it as shapes, or take it away",
        ));
    }
    let style = (name == "style").then(|| node.text().unwrap_or_default());
    let outside = node
        .attributes()
        .filter(|attribute| attribute.name() == "href")
        .map(|attribute| attribute.value().trim())
        .any(|target| !target.starts_with('#'))
        || node.attributes().map(|attribute| attribute.value()).chain(style).any(is_outside);
    if outside {
        return Err(PictureFault::new(
            format!("line {line}: <{name}> refers to something outside the file"),
            "refer only to parts of the same file: #name or url(#name)",
        ));
    }
    Ok(())
}

/// Whether a value or style sheet refers to anything but a part of the same file.
fn is_outside(value: &str) -> bool {
    value.contains("@import")
        || value.split("url(").skip(1).any(|target| {
            !target
                .trim_start_matches(|letter: char| {
                    letter.is_whitespace() || letter == '\'' || letter == '"'
                })
                .starts_with('#')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(inner: &str) -> String {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='1920' height='1080'>{inner}</svg>"
        )
    }

    #[test]
    fn a_drawing_covers_the_paper() {
        let svg = wide("<rect width='960' height='1080' fill='#C4482E'/>");
        let pixmap = draw(svg.as_bytes()).expect("drawn");
        let left = pixmap.pixel(10, 10).expect("inside");
        let right = pixmap.pixel(1900, 10).expect("inside");
        assert_eq!((left.red(), left.green(), left.blue()), (0xC4, 0x48, 0x2E));
        assert_eq!((right.red(), right.green(), right.blue()), PAPER);
    }

    #[test]
    fn what_is_foreign_or_outside_is_refused_with_its_line() {
        for inner in [
            "<image href='a.png' width='10' height='10'/>",
            "<image href='data:image/png;base64,AAAA' width='10' height='10'/>",
            "<text>writing</text>",
            "<script>1</script>",
            "<use href='other.svg#a'/>",
            "<use xlink:href='http://example.org/a.svg#a'/>",
            "<rect width='9' height='9' fill='url(http://example.org/a.svg#b)'/>",
            "<rect width='9' height='9' style='fill: url(\"file:///a#b\")'/>",
            "<style>@import 'a.css';</style><rect width='9' height='9'/>",
        ] {
            let fault = check(wide(&format!("\n{inner}")).as_bytes()).expect_err(inner);
            assert!(fault.what.starts_with("line 2"), "{inner}: {}", fault.what);
        }
    }

    #[test]
    fn the_deepest_chain_that_is_allowed_is_drawn_on_a_small_stack() {
        let chain: Vec<String> = (0..20)
            .map(|link| format!("<g id='c{link}' opacity='0.99'><use href='#c{}'/></g>", link + 1))
            .collect();
        let chain = chain.concat();
        let end = "<rect id='c20' width='1920' height='1080' fill='#C4482E'/>";
        let svg = wide(&format!("<defs>{chain}{end}</defs><use href='#c0'/>"));
        let drawing = std::thread::Builder::new().stack_size(512 * 1024);
        let drawn = drawing.spawn(move || draw(svg.as_bytes()).is_ok()).expect("a thread").join();
        assert!(drawn.expect("no overflow"));
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        let deep = format!("{}{}", "<g>".repeat(100), "</g>".repeat(100));
        let square = "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><rect width='9' height='9'/></svg>";
        let entity = "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>";
        for text in ["", "<svg", "<html/>", &wide(""), &wide(&deep), square, entity] {
            assert!(check(text.as_bytes()).is_err(), "{text:.80}");
        }
        assert!(check(&[0x1f, 0x8b, 8]).is_err(), "a compressed SVG");
    }
}
