//! Odd pages that are stories all the same: each was once, or could be, taken for something else.

use kiosk::authoring::{Draft, Wishes, import};

use super::folder::*;
use super::good::taken_apart;

fn imported(page: &str) -> Draft {
    named("page", page.as_bytes())
}

fn named(name: &str, page: &[u8]) -> Draft {
    let folder = Folder::english();
    match import(page, name, &Wishes::default(), &folder.destination()) {
        Ok(draft) => draft,
        Err(error) => panic!("{error}"),
    }
}

fn published(draft: &Draft) -> String {
    taken_apart(draft).story["published"].to_string()
}

const TEXT: &str = "The port on the northern bank of the river handles boxes, cars and grain.";

#[test]
fn the_day_of_an_event_is_not_that_of_the_page() {
    let draft = imported(&format!(
        "Home > Events\n\nA fair opens\n\nUpdated: 2022-05-25\n\n{TEXT}\n\nDate: June 1, 2022\n\n\
         The plan was updated on 2 June 2022 by the port.\n\n{TEXT}\n\nUpdated: 2022-05-25\n"
    ));
    assert_eq!(published(&draft), "2022-05-25");
    let text = file(&draft, "en.md");
    assert!(text.contains("Date: June 1, 2022") && text.contains("The plan was updated"), "{text}");
    assert!(!text.contains("Updated: 2022"), "{text}");
}

#[test]
fn years_in_a_list_do_not_make_a_list_of_stories() {
    let draft = imported(&format!(
        "<p>Home &gt; Introduction</p><h1>How it began</h1><p>Updated: 2022-05-25</p><p>{TEXT}</p>\
         <ul><li>Plan approved on 7 May 2010</li><li>Area founded on 18 June 2010</li><li>Port opened on 1 July 2013</li></ul>"
    ));
    assert!(file(&draft, "en.md").contains("- Area founded on 18 June 2010"));
}

#[test]
fn a_page_may_bear_the_name_of_its_topic() {
    let page =
        format!("Home > About > Introduction\n\nIntroduction\n\nUpdated: 2022-05-25\n\n{TEXT}\n");
    assert_eq!(imported(&page).topic, "introduction");
    let page =
        format!("Home > Living > Travel > Hotels\n\nHotels\n\nUpdated: 2022-05-25\n\n{TEXT}\n");
    assert_eq!(imported(&page).topic, "travel", "the last step is the title");
}

#[test]
fn menus_with_one_name_a_line_are_menus() {
    let draft = imported(&format!(
        "About\nIntroduction\nOfficials\nHome > Local\nPort news\nUpdated: 2022-05-25\n{TEXT}\n{TEXT}\n\
         ABOUT\nIntroduction\nDevelopment Zones\nINVESTING\nOpportunitiies\nContact Us | Terms and Conditions | Privacy Policy"
    ));
    assert_eq!(taken_apart(&draft).blocks, 2, "{}", file(&draft, "en.md"));
}

#[test]
fn old_pages_forget_to_close_their_tags() {
    let draft = imported(&format!(
        "<html><body><table><tr><td>Home &gt; Local<tr><td><font size=5><b>Port news</b></font><tr><td>Updated: 2022-05-25\
         <tr><td><p>{TEXT}<p><i>{TEXT}<p></b>{TEXT}<ul><li>One<li>Two</ul><tr><td>{TEXT}<hr>Print"
    ));
    assert_eq!(taken_apart(&draft).front["headline"].as_str(), Some("Port news"));
    assert_eq!(taken_apart(&draft).blocks, 5, "{}", file(&draft, "en.md"));
}

#[test]
fn letters_of_western_europe_are_read() {
    let page = format!("Home > Local\n\nPort\u{1}s news\n\nUpdated: 2022-05-25\n\n{TEXT}\n");
    let bytes: Vec<u8> = page.bytes().map(|byte| if byte == 1 { 0x92 } else { byte }).collect();
    assert_eq!(named("page", &bytes).slug, "ports-news");
}

#[test]
fn a_chinese_page_is_named_after_its_file() {
    let page = "首页 > 新闻 > 本地\n\n果园港开新线\n\n2022-05-25\n\n果园港开通一条新的航线，货物更快抵达。\n";
    assert_eq!(named("pages/content_37550740.htm", page.as_bytes()).slug, "page-37550740");
    assert_eq!(named("page.txt", page.as_bytes()).slug, "page-2022-05-25-1");
}

#[test]
fn words_of_a_class_may_mean_something_else() {
    let draft = imported(&format!(
        "<p>Home &gt; Local</p><div class=article-header><h1>Port news</h1><span class=pub-date>Updated: 2022-05-25</span></div>\
         <div class='position-relative TRS_Editor'><p>{TEXT}</p></div><div class=byline><p>{TEXT}</p></div><p>By The Website</p>"
    ));
    assert_eq!(taken_apart(&draft).blocks, 1, "{}", file(&draft, "en.md"));
}

#[test]
fn marks_and_directions_of_writing_do_not_reach_the_folder() {
    let draft = imported(&format!(
        "Home > Local\n\nPort \u{202e}news\u{200b} \"quoted\" \\ +++\n\nUpdated: 2022-05-25\n\n+++\n\n{TEXT}\u{e541}\n\n---\n\n```\n\n{TEXT}\n"
    ));
    let text = file(&draft, "en.md");
    assert!(text.starts_with("+++\nheadline = \"Port news \\\"quoted\\\" \\\\ +++\"\n"), "{text}");
    assert!(!text.contains(['\u{202e}', '\u{200b}', '\u{e541}']), "{text}");
    taken_apart(&draft);
}

#[test]
fn a_page_within_frames_of_links_keeps_the_links_words() {
    let draft = imported(&format!(
        "<nav><a href=/>Home</a> &gt; <a href=/local>Local</a></nav><h1><a href=self>Port news</a></h1><title>Port news</title>\
         <p>Updated: 2022-05-25</p><p>{TEXT} See <a href='http://b.c'>the timetable</a>.</p><p><a href=next>Next story</a></p>"
    ));
    assert!(file(&draft, "en.md").contains("See the timetable.\n"), "{}", file(&draft, "en.md"));
    assert_eq!(taken_apart(&draft).blocks, 1);
}

#[test]
fn what_a_page_says_in_its_head_fills_what_it_does_not_show() {
    let folder = Folder::chinese();
    let page = "<head><meta name=ArticleTitle content=果园港开新线><meta name=PubDate content='2022-05-25 10:00'>\
        <meta name=ContentSource content=重庆日报><meta name=Url content=https://www.example.org/c_1.html>\
        <title>果园港开新线_两江新区</title></head><body><div class=dqwz>当前位置：首页 > 新闻 > 本地</div>\
        <div class=tit>果园港开新线</div><div class=zw><p>果园港开通一条新的航线，货物更快抵达。</p></div><p>浏览次数：128</p></body>";
    let draft = import(page.as_bytes(), "page", &Wishes::default(), &folder.destination())
        .expect("a draft");
    let taken = taken_apart(&draft);
    let source = &taken.story["source"][0];
    assert_eq!(source["name"]["zh"].as_str(), Some("重庆日报"));
    assert_eq!(source["url"].as_str(), Some("https://www.example.org/c_1.html"));
    assert_eq!(taken.story["published"].to_string(), "2022-05-25");
    assert_eq!((taken.front["headline"].as_str(), taken.blocks), (Some("果园港开新线"), 1));
}

#[test]
fn the_layout_of_the_websites_that_the_paper_hosts_is_read() {
    let draft = imported(&format!(
        "<div class=Crumbs><a href=./>Home</a> <a href=news.html>&gt; News</a> <a href=local.html>&gt; Local</a></div>\
         <div class=Content><h1>Port news</h1><div class=date><b>(chinadaily.com.cn)</b><br> Updated: 2022-05-25</div>\
         <div class=Print><a href='javascript:print()'>Print</a> <a href=mail>Mail</a></div>\
         <div class=text><figure class=image style='display: table'><img src=a.jpg alt=''><figcaption style='text-align: justify'>\
         A crane at work. [Photo/website]</figcaption></figure><p>{TEXT}</p><p>{TEXT}</p></div>\
         <ul class=info><li>Source: Chongqing Daily</li></ul><div class=pages><a href=2>2</a></div></div>\
         <div class=relate><b>Related Stories</b><p><a href=x>Another story</a></p></div>"
    ));
    let taken = taken_apart(&draft);
    assert_eq!(taken.blocks, 2, "{}", file(&draft, "en.md"));
    assert_eq!(taken.front["caption"].as_str(), Some("A crane at work."));
    assert_eq!(taken.story["source"][0]["name"]["en"].as_str(), Some("Chongqing Daily"));
}
