-- 資料列條件: those of a joined table are named TABLE.element. A table's name may have 128 characters.
ALTER TABLE grant_condition ALTER COLUMN field_name TYPE VARCHAR(200);
ALTER TABLE extract_condition ALTER COLUMN field_name TYPE VARCHAR(200);
ALTER TABLE extract_condition ALTER COLUMN table_name TYPE VARCHAR(128);
ALTER TABLE extract_field ALTER COLUMN table_name TYPE VARCHAR(128);

-- 單頁草稿: the next version of a single page as it was typed; one for each page.
CREATE TABLE content_page_draft (
  page_key   VARCHAR(30) NOT NULL,
  version_no INTEGER NOT NULL,
  based_on   INTEGER NOT NULL,
  title_zh   TEXT,
  title_en   TEXT,
  body_zh    TEXT,
  body_en    TEXT,
  valid_from VARCHAR(20),
  saved_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  saved_by   VARCHAR(200) NOT NULL,
  CONSTRAINT content_page_draft_pk PRIMARY KEY (page_key)
);
