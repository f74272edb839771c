INSERT INTO language VALUES (1, 'en', 'English', 'Liangjiang New Area', 0, NULL), (2, 'zh', '中文', '两江新区', 1, 1);
INSERT INTO edition VALUES (1, '2026.11.1', '2026-11-24', 0, 1);

INSERT INTO section VALUES (1, 'about', 0, 'river'), (2, 'news', 1, 'copper');
INSERT INTO section_text VALUES (1, 1, 'About', 'The area'), (1, 2, '走进两江', '概况'), (2, 1, 'News', 'Lately'), (2, 2, '新闻', '近况');
INSERT INTO topic VALUES (1, 1, 'introduction', 0), (2, 2, 'industry', 0);
INSERT INTO topic_text VALUES (1, 1, 'Introduction', ''), (1, 2, '两江概况', ''), (2, 1, 'Industry', ''), (2, 2, '产业', '');

INSERT INTO zone VALUES (1, 'guoyuan-port', 0, 'port', 106.7236, 29.6209, 1, 4.0, 2008);
INSERT INTO zone_text VALUES (1, 1, 'Guoyuan Port', 'A port.', 'Logistics', 'A terminal (2022)'), (1, 2, '果园港', '港口。', '物流', '码头（2022年）');
INSERT INTO zone_figure VALUES (1, 0, 1, '30 million t', 'capacity', '2020'), (1, 0, 2, '3000万吨', '吞吐能力', '2020');

INSERT INTO figure VALUES (1, 'gdp', 0, 'bars', 1);
INSERT INTO figure_text VALUES (1, 1, 'GDP', 'billion yuan', '', 'Bulletin'), (1, 2, '地区生产总值', '亿元', '', '统计公报');
INSERT INTO figure_point VALUES (1, '2022', 1, '2022', 450.0, '450'), (1, '2021', 1, '2021', 435.0, '435'), (1, '2021', 2, '2021年', 4350.0, '4350'), (1, '2022', 2, '2022年', 4500.0, '4500');

INSERT INTO article (id, slug, topic, kind, published_on, updated_on, picture, featured_rank, dwell_s, pinned) VALUES
  (1, 'two-rivers', 1, 'story', '2021-03-01', '2021-03-02', 1, 2, 10, 0),
  (2, 'eleven-chains', 2, 'story', '2022-05-25', '2022-05-25', 2, 1, NULL, 0),
  (3, 'old-photographs', 2, 'gallery', '2022-05-25', '2022-06-01', 1, 9, NULL, 1);
UPDATE article SET valid_from = '2026-01-01', valid_until = '2026-12-31', weekdays = 'mon,tue', opens_at = '22:00', closes_at = '02:00' WHERE id = 3;
INSERT INTO article_text VALUES
  (1, 1, 'Where two rivers meet', 'A line.', 'The port.', 'The **lead**.

## What came next

![Here](picture:bridge)

![](figure:gdp)

![](fact:1)

After.'),
  (1, 2, '两江交汇', '一句话。', '港口。', '导语。

![](fact:1)'),
  (2, 1, 'Eleven supply chains', 'A line.', '', 'Only in English.'),
  (3, 1, 'Old photographs', 'A line.', '', ''),
  (3, 2, '老照片', '一句话。', '', '');
INSERT INTO article_fact VALUES (1, 1, 0, '28,000', 'vehicles built', 'January to March 2022'), (1, 2, 0, '2.8万', '辆汽车', '2022年1至3月');
INSERT INTO article_picture VALUES (3, 0, 2), (3, 1, 1);
INSERT INTO article_picture_text VALUES (3, 0, 1, 'The bridge'), (3, 0, 2, '大桥'), (3, 1, 1, 'The port'), (3, 1, 2, '港口');
INSERT INTO article_source VALUES (1, 0, '2022-05-25', 'https://www.example.org/a'), (1, 1, '2022-05-26', NULL), (2, 0, '2022-05-25', NULL), (3, 0, '2022-05-25', NULL);
INSERT INTO article_source_text VALUES (1, 0, 1, 'The website'), (1, 0, 2, '官方网站'), (1, 1, 1, 'The bulletin'), (1, 1, 2, '公报'), (2, 0, 1, 'Website'), (2, 0, 2, '网站'), (3, 0, 1, 'Archive'), (3, 0, 2, '档案');
INSERT INTO article_zone VALUES (1, 0, 1);

INSERT INTO page VALUES (1, 'contact', 0, '2026-11-01');
INSERT INTO page_text VALUES (1, 1, 'Contact', '', 'At the desk.'), (1, 2, '联系我们', '', '服务台。');

INSERT INTO map_shape VALUES (1, 'river', 1, '[[[106.5,29.5],[106.6,29.5],[106.6,29.6]]]');
INSERT INTO map_shape_text VALUES (1, 1, 'Yangtze'), (1, 2, '长江');
