package tw.gov.mocs.hub.content;

/** Where an entry stands on a day, by Taipei time. */
public enum EntryState {
  /** 草稿: administrators see it alone. */
  DRAFT,
  /** 待刊登: published, from a day that is still to come. */
  SCHEDULED,
  /** 刊登中: everybody sees it. */
  PUBLISHED,
  /** 已結束: its last day has passed. */
  ENDED
}
