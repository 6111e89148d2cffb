-- Who signed an application and with what. A draft belongs to the card that made it; drafts made
-- before this have no holder and are nobody's.
ALTER TABLE application
  ADD COLUMN holder_thumbprint VARCHAR(64),
  ADD COLUMN holder_name       VARCHAR(200),
  ADD COLUMN terms_version     VARCHAR(40),
  ADD COLUMN terms_agreed_at   TIMESTAMP(6) WITH TIME ZONE;

CREATE INDEX application_holder_ix ON application (holder_thumbprint, changed_at);

-- The files of the special conditions; their content is kept elsewhere under file_id.
CREATE TABLE application_attachment (
  application_id BIGINT NOT NULL,
  place_no       SMALLINT NOT NULL,
  file_id        BIGINT NOT NULL,
  file_name      VARCHAR(255) NOT NULL,
  sha256         VARCHAR(64) NOT NULL,
  byte_size      BIGINT NOT NULL,
  CONSTRAINT application_attachment_pk PRIMARY KEY (application_id, place_no),
  CONSTRAINT application_attachment_fk FOREIGN KEY (application_id) REFERENCES application (id)
);

-- What a card was asked to sign: one version of one draft, once, within minutes.
CREATE TABLE application_signing (
  nonce           VARCHAR(64) NOT NULL,
  application_id  BIGINT NOT NULL,
  version_no      INTEGER NOT NULL,
  thumbprint      VARCHAR(64) NOT NULL,
  document_digest VARCHAR(64) NOT NULL,
  statement       BYTEA NOT NULL,
  expires_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  used_at         TIMESTAMP(6) WITH TIME ZONE,
  CONSTRAINT application_signing_pk PRIMARY KEY (nonce),
  CONSTRAINT application_signing_fk FOREIGN KEY (application_id) REFERENCES application (id)
);

CREATE INDEX application_signing_ix ON application_signing (application_id);
CREATE INDEX application_signing_expiry_ix ON application_signing (expires_at);

-- The signature with which an application was submitted; cms is null for a handshake.
CREATE TABLE application_signature (
  application_id  BIGINT NOT NULL,
  signature_level VARCHAR(20) NOT NULL,
  verified_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  document_digest VARCHAR(64) NOT NULL,
  document        BYTEA NOT NULL,
  statement       BYTEA NOT NULL,
  cms             BYTEA,
  receipt         BYTEA NOT NULL,
  within_grace    SMALLINT NOT NULL,
  CONSTRAINT application_signature_pk PRIMARY KEY (application_id),
  CONSTRAINT application_signature_fk FOREIGN KEY (application_id) REFERENCES application (id)
);

-- Certificates and revocation answers by their digest: many applications rest on the same list.
CREATE TABLE signature_evidence (
  digest  VARCHAR(64) NOT NULL,
  content BYTEA NOT NULL,
  CONSTRAINT signature_evidence_pk PRIMARY KEY (digest)
);

-- What the decision on a signature rested on: the path from the signer to the root in its order,
-- then what the authorities said of it.
CREATE TABLE application_evidence (
  application_id BIGINT NOT NULL,
  place_no       SMALLINT NOT NULL,
  kind           VARCHAR(20) NOT NULL,
  digest         VARCHAR(64) NOT NULL,
  source         VARCHAR(1000),
  this_update    TIMESTAMP(6) WITH TIME ZONE,
  next_update    TIMESTAMP(6) WITH TIME ZONE,
  CONSTRAINT application_evidence_pk PRIMARY KEY (application_id, place_no),
  CONSTRAINT application_evidence_fk FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT application_evidence_digest_fk FOREIGN KEY (digest)
    REFERENCES signature_evidence (digest)
);

CREATE INDEX application_evidence_digest_ix ON application_evidence (digest);
