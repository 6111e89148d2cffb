-- How often each kind of thing that nodes keep in memory has changed.
CREATE TABLE change_counter (
  topic   VARCHAR(20) NOT NULL,
  changes BIGINT NOT NULL,
  CONSTRAINT change_counter_pk PRIMARY KEY (topic)
);

INSERT INTO change_counter (topic, changes) VALUES ('CATALOGUE', 0);
INSERT INTO change_counter (topic, changes) VALUES ('AGENCY', 0);
INSERT INTO change_counter (topic, changes) VALUES ('GRANT', 0);
INSERT INTO change_counter (topic, changes) VALUES ('TRUST', 0);
