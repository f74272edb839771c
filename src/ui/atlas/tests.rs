//! Whatever the places, the box and the type: every pin is there, nothing lies outside, nothing touches anything else.

use proptest::prelude::*;

use super::geometry::Rect;
use super::*;

/// How much numbers that were rounded may be off.
const SLACK: f32 = 0.05;

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec("[A-Z][a-z]{1,11}", 1..6).prop_map(|words| words.join(" ")),
        "[一-龥]{2,17}",
    ]
}

fn sites() -> impl Strategy<Value = Vec<Site>> {
    let spot = prop_oneof![
        (106.4..106.9_f64, 29.5..29.9_f64),
        // A crowd: places that hardly differ.
        (106.55..106.56_f64, 29.70..29.71_f64),
    ];
    prop::collection::vec((spot, names()).prop_map(|(point, name)| Site { point, name }), 0..30)
}

fn frames() -> impl Strategy<Value = Frame> {
    (240.0..1_600.0_f32, 200.0..1_600.0_f32, 0.0..60.0_f32, 14.0..60.0_f32, 14.0..50.0_f32)
        .prop_map(|(width, height, foot, pin, text)| Frame {
            width,
            height,
            foot,
            pin,
            text,
            river: 0.3 * pin,
        })
}

fn ground() -> Vec<Shape> {
    let square = |west: f64, south: f64, size: f64| {
        vec![(west, south), (west + size, south), (west + size, south + size), (west, south + size)]
    };
    let shape =
        |ground, ring, name: &str| Shape { ground, rings: vec![ring], name: name.to_owned() };
    vec![
        shape(Ground::Area, square(106.3, 29.6, 0.4), "North"),
        shape(Ground::Land, square(106.3, 29.2, 0.4), "South"),
        shape(Ground::River, vec![(106.2, 29.4), (106.6, 29.6), (107.0, 29.7)], "River"),
    ]
}

fn pin_box(atlas: &Atlas, pin: &Pin) -> Rect {
    Rect::around(pin.place, atlas.diameter, atlas.diameter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_pin_is_in_the_box_and_no_two_touch(sites in sites(), frame in frames()) {
        let atlas = draw(&ground(), &sites, &frame);
        prop_assert_eq!(atlas.pins.len(), sites.len());
        let inner = Rect::new(0.0, 0.0, frame.width, frame.height - frame.foot).grown(SLACK);
        for (at, pin) in atlas.pins.iter().enumerate() {
            prop_assert!(inner.holds(&pin_box(&atlas, pin)), "{pin:?} lies outside");
            for other in atlas.pins.iter().skip(at + 1) {
                let distance = pin.place.distance(other.place);
                prop_assert!(distance + SLACK >= atlas.diameter, "{pin:?} touches {other:?}");
            }
        }
    }

    #[test]
    fn no_word_leaves_the_box_or_touches_a_word_a_pin_or_a_line(sites in sites(), frame in frames()) {
        let atlas = draw(&ground(), &sites, &frame);
        let inner = Rect::new(0.0, 0.0, frame.width, frame.height - frame.foot).grown(SLACK);
        let words: Vec<Rect> = atlas
            .labels
            .iter()
            .map(|label| label.area)
            .chain(atlas.names.iter().map(|name| name.area))
            .collect();
        let lines: Vec<Line> = atlas
            .labels
            .iter()
            .filter_map(|label| label.leader)
            .chain(atlas.pins.iter().filter_map(|pin| pin.hairline))
            .collect();
        for (at, area) in words.iter().enumerate() {
            prop_assert!(inner.holds(area), "{area:?} lies outside");
            for other in words.iter().skip(at + 1) {
                prop_assert!(!area.meets(other), "{area:?} touches {other:?}");
            }
            for pin in &atlas.pins {
                let distance = area.distance(pin.place);
                prop_assert!(distance + SLACK >= atlas.diameter / 2.0, "{area:?} touches {pin:?}");
            }
            let crossed = lines.iter().find(|line| line.meets(&area.grown(-SLACK)));
            prop_assert!(crossed.is_none(), "{area:?} is crossed by {crossed:?}");
        }
    }

    #[test]
    fn a_leader_leads_from_its_own_pin_past_the_others(sites in sites(), frame in frames()) {
        let atlas = draw(&ground(), &sites, &frame);
        for label in &atlas.labels {
            let Some(leader) = label.leader else { continue };
            for (at, pin) in atlas.pins.iter().enumerate() {
                let distance = leader.distance(pin.place);
                if at == label.pin {
                    prop_assert!((distance - atlas.diameter / 2.0).abs() < 0.5, "{label:?} {pin:?}");
                } else {
                    prop_assert!(distance + SLACK >= atlas.diameter / 2.0, "{label:?} over {pin:?}");
                }
            }
        }
    }
}

#[test]
fn places_far_apart_all_get_their_names() {
    let site = |point, name: &str| Site { point, name: name.to_owned() };
    let sites = [
        site((106.50, 29.60), "Guoyuan Port"),
        site((106.60, 29.70), "Longxing New Town"),
        site((106.70, 29.65), "果园港"),
    ];
    let frame =
        Frame { width: 1_200.0, height: 800.0, foot: 40.0, pin: 32.0, text: 22.0, river: 8.0 };
    let atlas = draw(&ground(), &sites, &frame);
    assert_eq!(atlas.labels.len(), 3, "{:?}", atlas.labels);
    assert!(
        atlas.labels.iter().all(|label| label.leader.is_none()),
        "close by: {:?}",
        atlas.labels
    );
    assert_eq!(atlas.labels.iter().map(|label| label.pin).collect::<Vec<_>>(), [0, 1, 2]);
    assert!(atlas.names.iter().any(|name| name.is_river), "the river has its name");
}

#[test]
fn the_same_map_is_drawn_every_time() {
    let site = |at: u8| Site {
        point: (106.5 + 0.01 * f64::from(at), 29.6 + 0.003 * f64::from(at % 5)),
        name: format!("Number {at} of a long row of places"),
    };
    let sites: Vec<Site> = (0..20).map(site).collect();
    let frame = Frame { width: 900.0, height: 600.0, foot: 0.0, pin: 32.0, text: 22.0, river: 8.0 };
    assert_eq!(draw(&ground(), &sites, &frame), draw(&ground(), &sites, &frame));
}

#[test]
fn a_map_without_words_and_a_box_without_room_are_drawn_too() {
    let sites = [Site { point: (106.5, 29.6), name: "Port".to_owned() }];
    let frame = Frame { width: 300.0, height: 200.0, foot: 0.0, pin: 20.0, text: 0.0, river: 4.0 };
    let atlas = draw(&ground(), &sites, &frame);
    assert!(atlas.labels.is_empty() && atlas.names.is_empty() && atlas.pins.len() == 1);
    assert_eq!(draw(&ground(), &sites, &Frame { width: 0.0, ..frame }), Atlas::default());
    assert_eq!(draw(&[], &[], &frame).pins, [], "an edition without a map");
}
