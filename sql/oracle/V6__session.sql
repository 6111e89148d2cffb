-- Sessions of the portal, as Spring Session JDBC keeps them; the ids of browsers, for hours.
CREATE TABLE portal_session (
  primary_id            CHAR(36 CHAR) NOT NULL,
  session_id            CHAR(36 CHAR) NOT NULL,
  creation_time         NUMBER(19) NOT NULL,
  last_access_time      NUMBER(19) NOT NULL,
  max_inactive_interval NUMBER(10) NOT NULL,
  expiry_time           NUMBER(19) NOT NULL,
  principal_name        VARCHAR2(100 CHAR),
  CONSTRAINT portal_session_pk PRIMARY KEY (primary_id),
  CONSTRAINT portal_session_uq UNIQUE (session_id)
);
CREATE INDEX portal_session_expiry_ix ON portal_session (expiry_time);
CREATE INDEX portal_session_name_ix ON portal_session (principal_name);

CREATE TABLE portal_session_attributes (
  session_primary_id CHAR(36 CHAR) NOT NULL,
  attribute_name     VARCHAR2(200 CHAR) NOT NULL,
  attribute_bytes    BLOB NOT NULL,
  CONSTRAINT portal_session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
  CONSTRAINT portal_session_attributes_fk FOREIGN KEY (session_primary_id)
    REFERENCES portal_session (primary_id) ON DELETE CASCADE
);
