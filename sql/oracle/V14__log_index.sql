-- What auditors find calls by. It is filled beside the work of the hub, in bulk, from the log alone, can be
-- thrown away and made again, and proves nothing: what a search shows is read from the log itself.
CREATE TABLE log_index_state (
  node_id      NUMBER(19) NOT NULL,
  calls_upto   NUMBER(19) NOT NULL,
  persons_upto NUMBER(19) NOT NULL,
  CONSTRAINT log_index_state_pk PRIMARY KEY (node_id)
);

CREATE TABLE log_index_call (
  node_id        NUMBER(19) NOT NULL,
  seq            NUMBER(19) NOT NULL,
  received_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  agency_id      NUMBER(19) NOT NULL,
  application_no VARCHAR2(20 CHAR),
  service_code   VARCHAR2(64 CHAR),
  outcome_code   VARCHAR2(40 CHAR) NOT NULL,
  caller_address VARCHAR2(45 CHAR) NOT NULL,
  request_id     VARCHAR2(64 CHAR),
  CONSTRAINT log_index_call_pk PRIMARY KEY (node_id, seq)
);
CREATE INDEX log_index_time_ix ON log_index_call (received_at, node_id, seq);
CREATE INDEX log_index_agency_ix ON log_index_call (agency_id, received_at, node_id, seq);
CREATE INDEX log_index_application_ix ON log_index_call (application_no, received_at, node_id, seq);
CREATE INDEX log_index_service_ix ON log_index_call (service_code, received_at, node_id, seq);
CREATE INDEX log_index_outcome_ix ON log_index_call (outcome_code, received_at, node_id, seq);
CREATE INDEX log_index_address_ix ON log_index_call (caller_address, received_at, node_id, seq);
CREATE INDEX log_index_request_ix ON log_index_call (request_id, received_at, node_id, seq);

-- Whose data stood in which answer; the hash is that of the log, made with a key outside the database.
CREATE TABLE log_index_person (
  person_hash RAW(32) NOT NULL,
  node_id     NUMBER(19) NOT NULL,
  seq         NUMBER(19) NOT NULL,
  CONSTRAINT log_index_person_pk PRIMARY KEY (person_hash, node_id, seq)
);

-- Acts are few: they are found in the log itself.
CREATE INDEX audit_act_actor_ix ON audit_act (actor, acted_at);
CREATE INDEX audit_act_action_ix ON audit_act (action, acted_at);
