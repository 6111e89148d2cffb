package tw.gov.mocs.hub.catalogue;

import java.util.List;

/** The schema of the rows of one table or service in a delivered file. */
public final class RowSchema {

  /** The namespace of the rows. */
  public static final String NAMESPACE = "urn:tw:gov:mocs:hub:delivery:1";

  private RowSchema() {}

  /** An XML Schema (UTF-8) for the rows of it that hold these fields, in this order. */
  public static String of(RowSource source, List<Field> fields) {
    Markup out = new Markup();
    out.start(
        "xs:schema",
        "xmlns:xs",
        "",
        "xmlns:tns",
        NAMESPACE,
        "targetNamespace",
        NAMESPACE,
        "elementFormDefault",
        "qualified");
    ValueTypes.write(out, fields, List.of());
    out.start("xs:element", "name", "rows");
    Documentation.write(out, source.label(), source.labelEn());
    out.start("xs:complexType").start("xs:sequence");
    out.start("xs:element", "name", "row", "minOccurs", "0", "maxOccurs", "unbounded");
    out.start("xs:complexType").start("xs:sequence");
    for (Field field : fields) {
      out.start(
          "xs:element",
          "name",
          field.xmlName(),
          "type",
          "tns:" + ValueTypes.of(field),
          "minOccurs",
          "0");
      Documentation.write(out, field.label(), field.labelEn());
      out.end();
    }
    out.end().end().end().end();
    out.empty("xs:attribute", "name", "table", "use", "required", "fixed", source.name());
    out.end().end().end();
    return out.finish();
  }
}
