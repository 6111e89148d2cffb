package tw.gov.mocs.hub.content;

/** Which content a list shows. */
public enum Visibility {
  /** What everybody sees today, by Taipei time. */
  PUBLISHED,
  /** Drafts, what is to come and what has ended too: for administrators. */
  ALL
}
