-- 檔案下載, 常見問題 and 相關連結 have a period and an order, as 最新公告 has; what was there is shown as before.
ALTER TABLE download ADD (
  publish_from DATE,
  publish_to   DATE,
  place_no     NUMBER(5) DEFAULT 1 NOT NULL
);
UPDATE download SET publish_from = DATE '2013-01-01';
ALTER TABLE download MODIFY (publish_from NOT NULL);

ALTER TABLE faq ADD (publish_from DATE, publish_to DATE);
UPDATE faq SET publish_from = DATE '2013-01-01';
ALTER TABLE faq MODIFY (publish_from NOT NULL);

ALTER TABLE related_link ADD (
  publish_from DATE,
  publish_to   DATE,
  published    NUMBER(1) DEFAULT 1 NOT NULL,
  changed_at   TIMESTAMP(6) WITH TIME ZONE
);
UPDATE related_link SET publish_from = DATE '2013-01-01', changed_at = CURRENT_TIMESTAMP;
ALTER TABLE related_link MODIFY (publish_from NOT NULL);
ALTER TABLE related_link MODIFY (changed_at NOT NULL);

-- Which entry a form has made: one, however often it is sent.
CREATE TABLE content_form (
  form_key VARCHAR2(60 CHAR) NOT NULL,
  entry_id NUMBER(19) NOT NULL,
  made_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT content_form_pk PRIMARY KEY (form_key)
);

-- Single pages keep all their versions, each from a day on; 管理規範 is one of them. A version is never
-- changed: applications keep the number of the one that was agreed to.
ALTER TABLE content_page ADD (valid_from DATE);
UPDATE content_page SET valid_from = DATE '2013-01-01';
ALTER TABLE content_page MODIFY (valid_from NOT NULL);
ALTER TABLE content_page DROP CONSTRAINT content_page_pk;
ALTER TABLE content_page ADD CONSTRAINT content_page_pk PRIMARY KEY (page_key, version_no);

INSERT INTO content_page
  (page_key, version_no, title_zh, title_en, body_zh, body_en, valid_from, changed_at)
SELECT 'TERMS_OF_USE', version_no, '管理規範', 'Terms of use', body_zh, body_en, DATE '2013-01-01', issued_at
FROM terms_of_use;
DROP TABLE terms_of_use;
