-- 服務管理: what a version alone calls a field (null for the field's own), and by which unique column its pages are
-- ordered (null for the one of its table).
ALTER TABLE service_field
  ADD COLUMN label VARCHAR(120), ADD COLUMN label_en VARCHAR(200), ADD COLUMN description VARCHAR(400);
ALTER TABLE service_version ADD COLUMN paging_key VARCHAR(128);

-- 草稿: what an administrator has typed of a service and not yet published, as the form sent it.
CREATE TABLE service_draft (
  draft_key    VARCHAR(36) NOT NULL,
  version_no   INTEGER NOT NULL,
  service_code VARCHAR(60),
  service_name VARCHAR(120),
  table_name   VARCHAR(128) NOT NULL,
  based_on     INTEGER NOT NULL,
  inputs       TEXT NOT NULL,
  saved_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  saved_by     VARCHAR(200) NOT NULL,
  CONSTRAINT service_draft_pk PRIMARY KEY (draft_key)
);
