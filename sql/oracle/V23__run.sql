-- Who of the administrators has an incident in hand, and what the ministry notes among itself. An agency never sees
-- either, so version_no and changed_at, which it does see, do not count them: desk_no does.
ALTER TABLE incident ADD (assignee VARCHAR2(100 CHAR));
ALTER TABLE incident ADD (desk_no NUMBER(9) DEFAULT 0 NOT NULL);

CREATE INDEX incident_assignee_ix ON incident (assignee, status, incident_no);

CREATE TABLE incident_note (
  incident_id NUMBER(19) NOT NULL,
  place_no    NUMBER(6) NOT NULL,
  note_kind   VARCHAR2(20 CHAR) NOT NULL,
  made_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  made_by     VARCHAR2(200 CHAR) NOT NULL,
  assignee    VARCHAR2(100 CHAR),
  said        CLOB,
  CONSTRAINT incident_note_pk PRIMARY KEY (incident_id, place_no),
  CONSTRAINT incident_note_fk FOREIGN KEY (incident_id) REFERENCES incident (id)
);

-- Settings that were changed while the hub runs (系統參數); without a value the file's counts again.
CREATE TABLE runtime_setting (
  setting_name  VARCHAR2(100 CHAR) NOT NULL,
  version_no    NUMBER(9) NOT NULL,
  setting_value VARCHAR2(400 CHAR),
  CONSTRAINT runtime_setting_pk PRIMARY KEY (setting_name)
);

-- Each change of one; a row is never changed.
CREATE TABLE runtime_setting_change (
  setting_name VARCHAR2(100 CHAR) NOT NULL,
  version_no   NUMBER(9) NOT NULL,
  value_before VARCHAR2(400 CHAR),
  value_after  VARCHAR2(400 CHAR),
  was_reset    NUMBER(1) NOT NULL,
  reason       VARCHAR2(500 CHAR) NOT NULL,
  changed_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  changed_by   VARCHAR2(200 CHAR) NOT NULL,
  CONSTRAINT runtime_setting_change_pk PRIMARY KEY (setting_name, version_no),
  CONSTRAINT runtime_setting_change_fk FOREIGN KEY (setting_name) REFERENCES runtime_setting (setting_name)
);

INSERT INTO change_counter (topic, changes) VALUES ('SETTING', 0);

-- What runs by itself (作業): the last run of each on each node. began_at without ended_at: it runs.
CREATE TABLE job_run (
  job_name     VARCHAR2(40 CHAR) NOT NULL,
  node_name    VARCHAR2(100 CHAR) NOT NULL,
  began_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ended_at     TIMESTAMP(6) WITH TIME ZONE,
  took_millis  NUMBER(18),
  next_at      TIMESTAMP(6) WITH TIME ZONE,
  failure      VARCHAR2(40 CHAR),
  failures     NUMBER(9) NOT NULL,
  succeeded_at TIMESTAMP(6) WITH TIME ZONE,
  told_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT job_run_pk PRIMARY KEY (job_name, node_name)
);
