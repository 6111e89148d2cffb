package tw.gov.mocs.hub.catalogue;

/** One datum of what an administrator keeps in the catalogue, as a form and a file name it. */
public enum CatalogueItem {
  TABLE(128),
  SUBJECT_COLUMN(128),
  PAGING_KEY(128),
  ELEMENT(64),
  COLUMN(128),
  LABEL(120),
  LABEL_EN(200),
  TYPE(10),
  LENGTH(5),
  SCALE(2),
  CODE_LIST(30),
  CRITERION(5),
  DATA_CLASS(10),
  MASK(20),
  DESCRIPTION(400),
  CODE(10),
  NAME(120),
  NAME_EN(200),
  PARENT(10),
  SORT_ORDER(5),
  VALID_FROM(10),
  VALID_TO(10);

  private final int longest;

  CatalogueItem(int longest) {
    this.longest = longest;
  }

  /** How many characters it may have. */
  public int longest() {
    return longest;
  }
}
