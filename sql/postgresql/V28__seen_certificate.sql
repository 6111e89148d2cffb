-- 未登記憑證: unregistered certificates whose keys were proven, at a login or by a signed call; one
-- row for each, removed when it was not shown for the days of hub.seen-certificates.
CREATE TABLE seen_certificate (
  thumbprint    VARCHAR(64) NOT NULL,
  certificate   BYTEA NOT NULL,
  first_seen_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_seen_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  login_times   BIGINT NOT NULL,
  call_times    BIGINT NOT NULL,
  last_place    VARCHAR(10) NOT NULL,
  last_address  VARCHAR(45) NOT NULL,
  CONSTRAINT seen_certificate_pk PRIMARY KEY (thumbprint)
);
CREATE INDEX seen_certificate_last_ix ON seen_certificate (last_seen_at);
