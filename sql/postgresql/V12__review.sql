-- 審核: the official letter with which an application came. It can be corrected until the decision.
CREATE TABLE application_letter (
  application_id BIGINT NOT NULL,
  letter_on      DATE NOT NULL,
  letter_no      VARCHAR(60) NOT NULL,
  file_id        BIGINT NOT NULL,
  file_name      VARCHAR(255) NOT NULL,
  sha256         VARCHAR(64) NOT NULL,
  byte_size      BIGINT NOT NULL,
  recorded_by    VARCHAR(200) NOT NULL,
  recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT application_letter_pk PRIMARY KEY (application_id),
  CONSTRAINT application_letter_fk FOREIGN KEY (application_id) REFERENCES application (id)
);

-- 退回補正: why an application was sent back, and how it had been submitted until then. Round 1 is
-- the first submission; the signature of each round is kept.
CREATE TABLE application_return (
  application_id    BIGINT NOT NULL,
  round_no          SMALLINT NOT NULL,
  reason            VARCHAR(1000) NOT NULL,
  returned_by       VARCHAR(200) NOT NULL,
  returned_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  due_on            DATE NOT NULL,
  submitted_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  submitted_by      VARCHAR(200) NOT NULL,
  signer_thumbprint VARCHAR(64) NOT NULL,
  signer_card       VARCHAR(60),
  CONSTRAINT application_return_pk PRIMARY KEY (application_id, round_no),
  CONSTRAINT application_return_fk FOREIGN KEY (application_id) REFERENCES application (id)
);

ALTER TABLE application_signature ADD COLUMN round_no SMALLINT DEFAULT 1 NOT NULL;
-- The key to another table rests on the same index.
ALTER TABLE application_signature DROP CONSTRAINT application_signature_fk;
ALTER TABLE application_signature DROP CONSTRAINT application_signature_pk;
ALTER TABLE application_signature
  ADD CONSTRAINT application_signature_pk PRIMARY KEY (application_id, round_no);
ALTER TABLE application_signature
  ADD CONSTRAINT application_signature_fk FOREIGN KEY (application_id) REFERENCES application (id);
ALTER TABLE application_evidence ADD COLUMN round_no SMALLINT DEFAULT 1 NOT NULL;
ALTER TABLE application_evidence DROP CONSTRAINT application_evidence_fk;
ALTER TABLE application_evidence DROP CONSTRAINT application_evidence_pk;
ALTER TABLE application_evidence
  ADD CONSTRAINT application_evidence_pk PRIMARY KEY (application_id, round_no, place_no);
ALTER TABLE application_evidence
  ADD CONSTRAINT application_evidence_fk FOREIGN KEY (application_id) REFERENCES application (id);

-- 單次服務: what a file shall hold, as a review composed it. estimated_rows is null where the source
-- did not answer in time.
CREATE TABLE grant_extract (
  review_id      BIGINT NOT NULL,
  file_format    VARCHAR(10) NOT NULL,
  estimated_rows BIGINT,
  CONSTRAINT grant_extract_pk PRIMARY KEY (review_id),
  CONSTRAINT grant_extract_fk FOREIGN KEY (review_id) REFERENCES application_review (id)
);

CREATE TABLE extract_field (
  review_id  BIGINT NOT NULL,
  table_name VARCHAR(64) NOT NULL,
  place_no   SMALLINT NOT NULL,
  field_name VARCHAR(64) NOT NULL,
  CONSTRAINT extract_field_pk PRIMARY KEY (review_id, table_name, place_no),
  CONSTRAINT extract_field_fk FOREIGN KEY (review_id) REFERENCES grant_extract (review_id)
);

-- One row for each value of a condition.
CREATE TABLE extract_condition (
  review_id  BIGINT NOT NULL,
  table_name VARCHAR(64) NOT NULL,
  place_no   SMALLINT NOT NULL,
  value_no   SMALLINT NOT NULL,
  field_name VARCHAR(64) NOT NULL,
  comparison VARCHAR(10) NOT NULL,
  value_text VARCHAR(200) NOT NULL,
  CONSTRAINT extract_condition_pk PRIMARY KEY (review_id, table_name, place_no, value_no),
  CONSTRAINT extract_condition_fk FOREIGN KEY (review_id) REFERENCES grant_extract (review_id)
);

-- 年度複核: when somebody last found that a grant is still needed; at first, when it was made.
ALTER TABLE application_grant
  ADD COLUMN certified_on DATE,
  ADD COLUMN certified_by VARCHAR(200);
UPDATE application_grant SET certified_on = period_from WHERE certified_on IS NULL;
CREATE INDEX application_grant_certified_ix ON application_grant (certified_on);
