//! What a drawing costs to draw, counted before it is drawn.
//!
//! A few lines of SVG can stand for millions of shapes, because a part may repeat a part that repeats a part.
//! So each element is weighed with everything that it refers to; each part is weighed only once.

use std::collections::HashMap;

use resvg::usvg::roxmltree::{Document, Node, NodeId};

use super::PictureFault;

/// Shapes that a drawing may unfold to.
const SHAPES: u64 = 300_000;
/// Steps of filters over the whole drawing.
const FILTER_STEPS: u64 = 1_000;
/// Steps that make noise pixel by pixel: about a second each.
const NOISE: u64 = 12;
/// Parts that may lie in or refer to each other in one chain; each may need a whole picture's pixels while it is drawn.
const DEEPEST: usize = 64;

/// What a drawing, or a part of it, costs.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Budget {
    shapes: u64,
    filter_steps: u64,
    noise: u64,
    is_too_deep: bool,
}

impl Budget {
    /// The cost of a whole document.
    pub(super) fn of(document: &Document<'_>) -> Self {
        let ids =
            document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
        let styled = document
            .descendants()
            .filter(|node| node.tag_name().name() == "style")
            .filter_map(|node| node.text())
            .flat_map(references)
            .collect();
        let mut scale = Scale { ids, styled, weighed: HashMap::new() };
        scale.weigh(document.root_element(), 0)
    }

    /// Refuses a drawing that would take too long.
    pub(super) fn check(self) -> Result<(), PictureFault> {
        if self.is_too_deep {
            return Err(PictureFault::new(
                format!("more than {DEEPEST} parts lie in or repeat each other in a chain"),
                "ungroup what need not be grouped",
            ));
        }
        for (count, limit, what) in [
            (self.shapes, SHAPES, "shapes"),
            (self.filter_steps, FILTER_STEPS, "steps of filters"),
            (self.noise, NOISE, "noise filters (feTurbulence)"),
        ] {
            if count > limit {
                return Err(PictureFault::new(
                    format!("it unfolds to {count} {what}, and at most {limit} are drawn"),
                    "repeat fewer parts, and put one filter on a group instead of one on each shape",
                ));
            }
        }
        Ok(())
    }

    fn add(&mut self, other: Self) {
        self.shapes = self.shapes.saturating_add(other.shapes);
        self.filter_steps = self.filter_steps.saturating_add(other.filter_steps);
        self.noise = self.noise.saturating_add(other.noise);
        self.is_too_deep |= other.is_too_deep;
    }
}

struct Scale<'a, 'input> {
    ids: HashMap<&'a str, Node<'a, 'input>>,
    /// What the style sheet refers to: counted for each element that has a class.
    styled: Vec<&'a str>,
    /// `None` while a part is being weighed: a part that repeats itself ends there.
    weighed: HashMap<NodeId, Option<Budget>>,
}

impl<'a, 'input: 'a> Scale<'a, 'input> {
    fn weigh(&mut self, node: Node<'a, 'input>, depth: usize) -> Budget {
        if depth > DEEPEST {
            return Budget { is_too_deep: true, ..Budget::default() };
        }
        if let Some(known) = self.weighed.get(&node.id()) {
            return known.unwrap_or_default();
        }
        self.weighed.insert(node.id(), None);
        let name = node.tag_name().name();
        let mut sum = Budget {
            shapes: 1,
            filter_steps: u64::from(name.starts_with("fe")),
            noise: u64::from(name == "feTurbulence"),
            is_too_deep: false,
        };
        // What stands in <defs> is drawn only where it is referred to.
        for child in
            node.children().filter(|child| child.is_element() && child.tag_name().name() != "defs")
        {
            sum.add(self.weigh(child, depth + 1));
        }
        for target in self.targets(node) {
            if let Some(target) = self.ids.get(target).copied() {
                sum.add(self.weigh(target, depth + 1));
            }
        }
        self.weighed.insert(node.id(), Some(sum));
        sum
    }

    /// The ids that an element refers to, each as often as it does.
    fn targets(&self, node: Node<'a, 'input>) -> Vec<&'a str> {
        let mut targets = Vec::new();
        for attribute in node.attributes() {
            if attribute.name() == "href" {
                targets.extend(attribute.value().trim().strip_prefix('#'));
            }
            targets.extend(references(attribute.value()));
        }
        if node.has_attribute("class") {
            targets.extend(&self.styled);
        }
        targets
    }
}

/// The ids in `url(#…)` of a value.
fn references(value: &str) -> impl Iterator<Item = &str> {
    value.split("url(").skip(1).filter_map(|target| {
        let target = target.trim_start_matches(['\'', '"', ' ']).strip_prefix('#')?;
        target.split([')', '\'', '"']).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budget(inner: &str) -> Budget {
        let text = format!("<svg xmlns='http://www.w3.org/2000/svg'>{inner}</svg>");
        Budget::of(&Document::parse(&text).expect("valid XML"))
    }

    #[test]
    fn a_part_that_repeats_parts_is_weighed_as_often_as_it_is_drawn() {
        let levels: Vec<String> = (1..30)
            .map(|level| {
                let below = format!("<use href='#a{}'/>", level - 1);
                format!("<g id='a{level}'>{below}{below}</g>")
            })
            .collect();
        let bomb = format!("<defs><path id='a0'/>{}</defs><use href='#a29'/>", levels.concat());
        let budget = budget(&bomb);
        assert!(budget.shapes > 1 << 29, "{budget:?}");
        assert!(budget.check().is_err());
    }

    #[test]
    fn a_part_that_repeats_itself_ends() {
        assert!(budget("<g id='a'><use href='#a'/></g>").check().is_ok());
    }

    #[test]
    fn a_chain_without_end_is_refused() {
        let chain: Vec<String> = (0..2000)
            .map(|link| format!("<g id='c{link}'><use href='#c{}'/></g>", link + 1))
            .collect();
        let chain = chain.concat();
        assert!(budget(&format!("<defs>{chain}</defs><use href='#c0'/>")).check().is_err());
    }

    #[test]
    fn a_filter_counts_for_every_shape_that_it_is_put_on() {
        let defs = "<defs><filter id='f'><feTurbulence/><feGaussianBlur/></filter></defs>";
        let once = budget(&format!("{defs}<g filter='url(#f)'><path/><path/></g>"));
        assert_eq!((once.filter_steps, once.noise), (2, 1));
        let often = budget(&format!("{defs}{}", "<path style='filter: url(\"#f\")'/>".repeat(20)));
        assert_eq!((often.filter_steps, often.noise), (40, 20));
        assert!(often.check().is_err(), "twenty noises are too many");
        let by_class =
            budget(&format!("{defs}<style>.a {{ filter: url(#f) }}</style><path class='a'/>"));
        assert_eq!(by_class.noise, 1);
    }
}
