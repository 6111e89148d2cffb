-- Who of the administrators has an incident in hand, and what the ministry notes among itself. An agency never sees
-- either, so version_no and changed_at, which it does see, do not count them: desk_no does.
ALTER TABLE incident ADD COLUMN assignee VARCHAR(100);
ALTER TABLE incident ADD COLUMN desk_no INTEGER DEFAULT 0 NOT NULL;

CREATE INDEX incident_assignee_ix ON incident (assignee, status, incident_no);

CREATE TABLE incident_note (
  incident_id BIGINT NOT NULL,
  place_no    INTEGER NOT NULL,
  note_kind   VARCHAR(20) NOT NULL,
  made_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  made_by     VARCHAR(200) NOT NULL,
  assignee    VARCHAR(100),
  said        TEXT,
  CONSTRAINT incident_note_pk PRIMARY KEY (incident_id, place_no),
  CONSTRAINT incident_note_fk FOREIGN KEY (incident_id) REFERENCES incident (id)
);

-- Settings that were changed while the hub runs (系統參數); without a value the file's counts again.
CREATE TABLE runtime_setting (
  setting_name  VARCHAR(100) NOT NULL,
  version_no    INTEGER NOT NULL,
  setting_value VARCHAR(400),
  CONSTRAINT runtime_setting_pk PRIMARY KEY (setting_name)
);

-- Each change of one; a row is never changed.
CREATE TABLE runtime_setting_change (
  setting_name VARCHAR(100) NOT NULL,
  version_no   INTEGER NOT NULL,
  value_before VARCHAR(400),
  value_after  VARCHAR(400),
  was_reset    SMALLINT NOT NULL,
  reason       VARCHAR(500) NOT NULL,
  changed_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  changed_by   VARCHAR(200) NOT NULL,
  CONSTRAINT runtime_setting_change_pk PRIMARY KEY (setting_name, version_no),
  CONSTRAINT runtime_setting_change_fk FOREIGN KEY (setting_name) REFERENCES runtime_setting (setting_name)
);

INSERT INTO change_counter (topic, changes) VALUES ('SETTING', 0);

-- What runs by itself (作業): the last run of each on each node. began_at without ended_at: it runs.
CREATE TABLE job_run (
  job_name     VARCHAR(40) NOT NULL,
  node_name    VARCHAR(100) NOT NULL,
  began_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ended_at     TIMESTAMP(6) WITH TIME ZONE,
  took_millis  BIGINT,
  next_at      TIMESTAMP(6) WITH TIME ZONE,
  failure      VARCHAR(40),
  failures     INTEGER NOT NULL,
  succeeded_at TIMESTAMP(6) WITH TIME ZONE,
  told_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT job_run_pk PRIMARY KEY (job_name, node_name)
);
