-- 服務管理: what a version alone calls a field (null for the field's own), and by which unique column its pages are
-- ordered (null for the one of its table).
ALTER TABLE service_field ADD (label VARCHAR2(120 CHAR), label_en VARCHAR2(200 CHAR), description VARCHAR2(400 CHAR));
ALTER TABLE service_version ADD (paging_key VARCHAR2(128 CHAR));

-- 草稿: what an administrator has typed of a service and not yet published, as the form sent it.
CREATE TABLE service_draft (
  draft_key    VARCHAR2(36 CHAR) NOT NULL,
  version_no   NUMBER(9) NOT NULL,
  service_code VARCHAR2(60 CHAR),
  service_name VARCHAR2(120 CHAR),
  table_name   VARCHAR2(128 CHAR) NOT NULL,
  based_on     NUMBER(10) NOT NULL,
  inputs       CLOB NOT NULL,
  saved_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  saved_by     VARCHAR2(200 CHAR) NOT NULL,
  CONSTRAINT service_draft_pk PRIMARY KEY (draft_key)
);
