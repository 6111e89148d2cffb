package tw.gov.mocs.hub.application;

/** Whether a field is returned, searchable or both. */
public record FieldGrant(boolean returned, boolean searchable) {

  /** Refuses a field that is neither. */
  public FieldGrant {
    if (!returned && !searchable) {
      throw new IllegalArgumentException("a granted field is returned, searchable or both");
    }
  }
}
