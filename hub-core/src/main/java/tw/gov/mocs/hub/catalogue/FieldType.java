package tw.gov.mocs.hub.catalogue;

/** The type of a field, and its form on the wire. */
public enum FieldType {
  /** xs:string of at most {@code length} characters. */
  STRING,
  /** xs:string; its values are those of a code list, whose names come from SQ_COM_01. */
  CODE,
  /** xs:integer of at most {@code length} digits. */
  INTEGER,
  /** xs:decimal of {@code length} digits, {@code scale} of them after the point. */
  DECIMAL,
  /** xs:date, ISO, without zone. */
  DATE,
  /** xs:dateTime with offset; a source without zone is read as Asia/Taipei. */
  TIMESTAMP
}
