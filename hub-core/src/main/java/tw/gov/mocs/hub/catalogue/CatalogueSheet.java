package tw.gov.mocs.hub.catalogue;

import static tw.gov.mocs.hub.catalogue.CatalogueItem.CODE;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.CODE_LIST;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.COLUMN;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.CRITERION;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.DATA_CLASS;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.DESCRIPTION;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.ELEMENT;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.LABEL;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.LABEL_EN;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.LENGTH;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.MASK;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.NAME;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.NAME_EN;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.PAGING_KEY;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.PARENT;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.SCALE;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.SORT_ORDER;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.SUBJECT_COLUMN;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.TABLE;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.TYPE;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.VALID_FROM;
import static tw.gov.mocs.hub.catalogue.CatalogueItem.VALID_TO;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tw.gov.mocs.hub.audit.AuditAction;

/** What an administrator keeps: tables, fields, code lists and codes, each a sheet of the file. */
public enum CatalogueSheet {
  TABLES(
      AuditAction.TABLE_CHANGED,
      List.of(TABLE),
      List.of(LABEL, LABEL_EN, SUBJECT_COLUMN, PAGING_KEY),
      Set.of(TABLE, LABEL, LABEL_EN)),
  FIELDS(
      AuditAction.FIELD_CHANGED,
      List.of(TABLE, ELEMENT),
      List.of(
          COLUMN,
          LABEL,
          LABEL_EN,
          TYPE,
          LENGTH,
          SCALE,
          CODE_LIST,
          CRITERION,
          DATA_CLASS,
          MASK,
          DESCRIPTION),
      Set.of(TABLE, ELEMENT, COLUMN, LABEL, LABEL_EN, TYPE, DATA_CLASS)),
  LISTS(
      AuditAction.CODE_LIST_CHANGED,
      List.of(CODE_LIST),
      List.of(LABEL, LABEL_EN),
      Set.of(CODE_LIST, LABEL, LABEL_EN)),
  CODES(
      AuditAction.CODE_LIST_CHANGED,
      List.of(CODE_LIST, CODE, VALID_FROM),
      List.of(VALID_TO, NAME, NAME_EN, PARENT, SORT_ORDER),
      Set.of(CODE_LIST, CODE, VALID_FROM, NAME, SORT_ORDER));

  private final AuditAction action;
  private final List<CatalogueItem> keys;
  private final List<CatalogueItem> others;
  private final Set<CatalogueItem> required;

  CatalogueSheet(
      AuditAction action,
      List<CatalogueItem> keys,
      List<CatalogueItem> others,
      Set<CatalogueItem> required) {
    this.action = action;
    this.keys = keys;
    this.others = others;
    this.required = required;
  }

  /** How a change is logged. */
  AuditAction action() {
    return action;
  }

  /** What tells its entries apart. */
  public List<CatalogueItem> keys() {
    return keys;
  }

  /** All items of an entry, the keys first. */
  public List<CatalogueItem> items() {
    return Stream.concat(keys.stream(), others.stream()).toList();
  }

  /** Whether an entry must have it. */
  public boolean requires(CatalogueItem item) {
    return required.contains(item);
  }

  /** Whether a file or a form may make new entries; tables and fields come from the source. */
  public boolean takesNew() {
    return this == LISTS || this == CODES;
  }
}
