-- Files of the archive: what they hold is signed in signed_text. Once removed_at is set their records stand in the
-- file alone; checkpoints stay.
CREATE TABLE audit_archive (
  archive_no       NUMBER(19) NOT NULL,
  first_checkpoint NUMBER(19) NOT NULL,
  last_checkpoint  NUMBER(19) NOT NULL,
  first_record     VARCHAR2(26 CHAR) NOT NULL,
  last_record      VARCHAR2(26 CHAR) NOT NULL,
  first_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_at          TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  signed_text      CLOB NOT NULL,
  signature        RAW(1024) NOT NULL,
  removed_at       TIMESTAMP(6) WITH TIME ZONE,
  CONSTRAINT audit_archive_pk PRIMARY KEY (archive_no)
);

-- Which rows of which chain an archive holds, and the row hash of the last: the chain goes on from it.
CREATE TABLE audit_archive_chain (
  archive_no NUMBER(19) NOT NULL,
  node_id    NUMBER(19) NOT NULL,
  first_seq  NUMBER(19) NOT NULL,
  last_seq   NUMBER(19) NOT NULL,
  last_hash  RAW(32) NOT NULL,
  CONSTRAINT audit_archive_chain_pk PRIMARY KEY (node_id, last_seq),
  CONSTRAINT audit_archive_chain_fk FOREIGN KEY (archive_no) REFERENCES audit_archive (archive_no)
);
CREATE INDEX audit_archive_chain_no_ix ON audit_archive_chain (archive_no);

-- Whose turn it is to archive, over all nodes, and until when without a sign of life.
CREATE TABLE audit_archive_turn (
  id          NUMBER(1) NOT NULL,
  holder      VARCHAR2(40 CHAR),
  taken_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT audit_archive_turn_pk PRIMARY KEY (id)
);
INSERT INTO audit_archive_turn (id, taken_until) VALUES (1, CURRENT_TIMESTAMP);
