package tw.gov.mocs.hub.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * 欄位: a column of an exchange table, as callers know it.
 *
 * @param ordinal its place in the table, from 1
 * @param columnName the column in the source
 * @param xmlName the element on the wire; unique in its table
 * @param label Chinese label
 * @param labelEn English label
 * @param type its type
 * @param length characters or digits at most; null for dates
 * @param scale digits after the point; null unless DECIMAL
 * @param codeType the code list of a CODE
 * @param required whether the source promises a value
 * @param criterion how it may be searched; null if not at all
 * @param dataClass how much it tells
 * @param mask how the portal masks it; null for not at all
 * @param description a remark for readers
 */
public record Field(
    int ordinal,
    String columnName,
    String xmlName,
    String label,
    String labelEn,
    FieldType type,
    @Nullable Integer length,
    @Nullable Integer scale,
    @Nullable String codeType,
    boolean required,
    @Nullable CriterionKind criterion,
    DataClass dataClass,
    @Nullable String mask,
    @Nullable String description) {

  /** Its type and size: {@code STRING(60)}, {@code DECIMAL(5,2)}, {@code DATE}. */
  public String shape() {
    if (length == null) {
      return type.name();
    }
    return scale == null
        ? "%s(%d)".formatted(type, length)
        : "%s(%d,%d)".formatted(type, length, scale);
  }

  /** The same under another element name. */
  Field named(String element) {
    return new Field(
        ordinal,
        columnName,
        element,
        label,
        labelEn,
        type,
        length,
        scale,
        codeType,
        required,
        criterion,
        dataClass,
        mask,
        description);
  }

  /** The same as a service describes it. */
  Field described(FieldTexts texts) {
    return new Field(
        ordinal,
        columnName,
        xmlName,
        texts.label().isEmpty() ? label : texts.label(),
        texts.labelEn().isEmpty() ? labelEn : texts.labelEn(),
        type,
        length,
        scale,
        codeType,
        required,
        criterion,
        dataClass,
        mask,
        texts.description().isEmpty() ? description : texts.description());
  }

  /** The same where it may not be searched. */
  Field withoutCriterion() {
    return new Field(
        ordinal,
        columnName,
        xmlName,
        label,
        labelEn,
        type,
        length,
        scale,
        codeType,
        required,
        null,
        dataClass,
        mask,
        description);
  }
}
