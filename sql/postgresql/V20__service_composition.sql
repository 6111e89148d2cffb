-- 服務管理: what a version is composed of beside its first table, and when a service opens or closes by itself.
ALTER TABLE service_version ADD COLUMN purpose_rule VARCHAR(20) DEFAULT 'ANY' NOT NULL;

-- A field that a version offers without a criterion, and the last day on which it is promised.
ALTER TABLE service_field ADD COLUMN searchable SMALLINT DEFAULT 1 NOT NULL, ADD COLUMN ends_on DATE;

-- Each row finds at most one row of the joined table: key_column is unique there.
CREATE TABLE service_join (
  service_id  BIGINT NOT NULL,
  version_no  INTEGER NOT NULL,
  place       SMALLINT NOT NULL,
  table_id    BIGINT NOT NULL,
  key_column  VARCHAR(128) NOT NULL,
  from_table  VARCHAR(128) NOT NULL,
  from_column VARCHAR(128) NOT NULL,
  CONSTRAINT service_join_pk PRIMARY KEY (service_id, version_no, place),
  CONSTRAINT service_join_version_fk FOREIGN KEY (service_id, version_no)
    REFERENCES service_version (service_id, version_no),
  CONSTRAINT service_join_table_fk FOREIGN KEY (table_id) REFERENCES exchange_table (id)
);

ALTER TABLE exchange_service ADD COLUMN planned_on DATE, ADD COLUMN planned_notice VARCHAR(400);
