-- 檔案下載, 常見問題 and 相關連結 have a period and an order, as 最新公告 has; what was there is shown as before.
ALTER TABLE download
  ADD COLUMN publish_from DATE,
  ADD COLUMN publish_to   DATE,
  ADD COLUMN place_no     INTEGER DEFAULT 1 NOT NULL;
UPDATE download SET publish_from = DATE '2013-01-01';
ALTER TABLE download ALTER COLUMN publish_from SET NOT NULL;

ALTER TABLE faq ADD COLUMN publish_from DATE, ADD COLUMN publish_to DATE;
UPDATE faq SET publish_from = DATE '2013-01-01';
ALTER TABLE faq ALTER COLUMN publish_from SET NOT NULL;

ALTER TABLE related_link
  ADD COLUMN publish_from DATE,
  ADD COLUMN publish_to   DATE,
  ADD COLUMN published    SMALLINT DEFAULT 1 NOT NULL,
  ADD COLUMN changed_at   TIMESTAMP(6) WITH TIME ZONE;
UPDATE related_link SET publish_from = DATE '2013-01-01', changed_at = CURRENT_TIMESTAMP;
ALTER TABLE related_link ALTER COLUMN publish_from SET NOT NULL;
ALTER TABLE related_link ALTER COLUMN changed_at SET NOT NULL;

-- Which entry a form has made: one, however often it is sent.
CREATE TABLE content_form (
  form_key VARCHAR(60) NOT NULL,
  entry_id BIGINT NOT NULL,
  made_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT content_form_pk PRIMARY KEY (form_key)
);

-- Single pages keep all their versions, each from a day on; 管理規範 is one of them. A version is never
-- changed: applications keep the number of the one that was agreed to.
ALTER TABLE content_page ADD COLUMN valid_from DATE;
UPDATE content_page SET valid_from = DATE '2013-01-01';
ALTER TABLE content_page ALTER COLUMN valid_from SET NOT NULL;
ALTER TABLE content_page DROP CONSTRAINT content_page_pk;
ALTER TABLE content_page ADD CONSTRAINT content_page_pk PRIMARY KEY (page_key, version_no);

INSERT INTO content_page
  (page_key, version_no, title_zh, title_en, body_zh, body_en, valid_from, changed_at)
SELECT 'TERMS_OF_USE', version_no, '管理規範', 'Terms of use', body_zh, body_en, DATE '2013-01-01', issued_at
FROM terms_of_use;
DROP TABLE terms_of_use;
