package tw.gov.mocs.hub.delivery;

/** How the content of a delivered file is encrypted (RFC 5652, RFC 5083). */
public enum SealForm {
  /** AuthEnvelopedData with AES-256-GCM. */
  GCM,
  /** EnvelopedData with AES-256-CBC, for programs that know no other. */
  CBC
}
