-- 未登記憑證: unregistered certificates whose keys were proven, at a login or by a signed call; one
-- row for each, removed when it was not shown for the days of hub.seen-certificates.
CREATE TABLE seen_certificate (
  thumbprint    VARCHAR2(64 CHAR) NOT NULL,
  certificate   BLOB NOT NULL,
  first_seen_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_seen_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  login_times   NUMBER(19) NOT NULL,
  call_times    NUMBER(19) NOT NULL,
  last_place    VARCHAR2(10 CHAR) NOT NULL,
  last_address  VARCHAR2(45 CHAR) NOT NULL,
  CONSTRAINT seen_certificate_pk PRIMARY KEY (thumbprint)
);
CREATE INDEX seen_certificate_last_ix ON seen_certificate (last_seen_at);
