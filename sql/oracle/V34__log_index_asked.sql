-- Whose number stood in the criteria of which call, whatever the call was given; the hash is that of the log. Like
-- log_index_person it can be thrown away and made again, and proves nothing.
CREATE TABLE log_index_asked (
  person_hash RAW(32) NOT NULL,
  node_id     NUMBER(19) NOT NULL,
  seq         NUMBER(19) NOT NULL,
  CONSTRAINT log_index_asked_pk PRIMARY KEY (person_hash, node_id, seq)
);

-- From 0: calls that were recorded before are indexed too.
ALTER TABLE log_index_state ADD (asked_upto NUMBER(19) DEFAULT 0 NOT NULL);
