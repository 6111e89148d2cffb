-- 資料列條件: those of a joined table are named TABLE.element. A table's name may have 128 characters.
ALTER TABLE grant_condition MODIFY (field_name VARCHAR2(200 CHAR));
ALTER TABLE extract_condition MODIFY (field_name VARCHAR2(200 CHAR));
ALTER TABLE extract_condition MODIFY (table_name VARCHAR2(128 CHAR));
ALTER TABLE extract_field MODIFY (table_name VARCHAR2(128 CHAR));

-- 單頁草稿: the next version of a single page as it was typed; one for each page.
CREATE TABLE content_page_draft (
  page_key   VARCHAR2(30 CHAR) NOT NULL,
  version_no NUMBER(9) NOT NULL,
  based_on   NUMBER(9) NOT NULL,
  title_zh   CLOB,
  title_en   CLOB,
  body_zh    CLOB,
  body_en    CLOB,
  valid_from VARCHAR2(20 CHAR),
  saved_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  saved_by   VARCHAR2(200 CHAR) NOT NULL,
  CONSTRAINT content_page_draft_pk PRIMARY KEY (page_key)
);
