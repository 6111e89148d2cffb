package tw.gov.mocs.hub.bench;

/** So many pages of so many rows, one after the other. */
record Walk(int pages, int rows) {

  @Override
  public String toString() {
    return "%d × %,d rows".formatted(pages, rows);
  }
}
