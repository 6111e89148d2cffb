-- 服務管理: what a version is composed of beside its first table, and when a service opens or closes by itself.
ALTER TABLE service_version ADD (purpose_rule VARCHAR2(20 CHAR) DEFAULT 'ANY' NOT NULL);

-- A field that a version offers without a criterion, and the last day on which it is promised.
ALTER TABLE service_field ADD (searchable NUMBER(1) DEFAULT 1 NOT NULL, ends_on DATE);

-- Each row finds at most one row of the joined table: key_column is unique there.
CREATE TABLE service_join (
  service_id  NUMBER(19) NOT NULL,
  version_no  NUMBER(10) NOT NULL,
  place       NUMBER(3) NOT NULL,
  table_id    NUMBER(19) NOT NULL,
  key_column  VARCHAR2(128 CHAR) NOT NULL,
  from_table  VARCHAR2(128 CHAR) NOT NULL,
  from_column VARCHAR2(128 CHAR) NOT NULL,
  CONSTRAINT service_join_pk PRIMARY KEY (service_id, version_no, place),
  CONSTRAINT service_join_version_fk FOREIGN KEY (service_id, version_no)
    REFERENCES service_version (service_id, version_no),
  CONSTRAINT service_join_table_fk FOREIGN KEY (table_id) REFERENCES exchange_table (id)
);

ALTER TABLE exchange_service ADD (planned_on DATE, planned_notice VARCHAR2(400 CHAR));
