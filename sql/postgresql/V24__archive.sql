-- Files of the archive: what they hold is signed in signed_text. Once removed_at is set their records stand in the
-- file alone; checkpoints stay.
CREATE TABLE audit_archive (
  archive_no       BIGINT NOT NULL,
  first_checkpoint BIGINT NOT NULL,
  last_checkpoint  BIGINT NOT NULL,
  first_record     VARCHAR(26) NOT NULL,
  last_record      VARCHAR(26) NOT NULL,
  first_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_at          TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  signed_text      TEXT NOT NULL,
  signature        BYTEA NOT NULL,
  removed_at       TIMESTAMP(6) WITH TIME ZONE,
  CONSTRAINT audit_archive_pk PRIMARY KEY (archive_no)
);

-- Which rows of which chain an archive holds, and the row hash of the last: the chain goes on from it.
CREATE TABLE audit_archive_chain (
  archive_no BIGINT NOT NULL,
  node_id    BIGINT NOT NULL,
  first_seq  BIGINT NOT NULL,
  last_seq   BIGINT NOT NULL,
  last_hash  BYTEA NOT NULL,
  CONSTRAINT audit_archive_chain_pk PRIMARY KEY (node_id, last_seq),
  CONSTRAINT audit_archive_chain_fk FOREIGN KEY (archive_no) REFERENCES audit_archive (archive_no)
);
CREATE INDEX audit_archive_chain_no_ix ON audit_archive_chain (archive_no);

-- Whose turn it is to archive, over all nodes, and until when without a sign of life.
CREATE TABLE audit_archive_turn (
  id          SMALLINT NOT NULL,
  holder      VARCHAR(40),
  taken_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT audit_archive_turn_pk PRIMARY KEY (id)
);
INSERT INTO audit_archive_turn (id, taken_until) VALUES (1, CURRENT_TIMESTAMP);
