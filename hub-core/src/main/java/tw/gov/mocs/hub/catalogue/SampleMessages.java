package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNullElse;

import java.util.List;

/**
 * An example of the Body of each message, without signature: what an engineer of an agency looks at
 * first. No value in it is of a real person.
 */
public final class SampleMessages {

  private static final String DIGEST = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private SampleMessages() {}

  /** The request of the operation, in an envelope of SOAP 1.1. */
  public static String request(Contract.Operation operation) {
    Markup out = envelope();
    start(out, operation.service().code() + "Request");
    out.text("requestId", "sample-0001");
    out.text("applicationNo", "APSQ11500001");
    out.text("purpose", "人事資料查核");
    fieldsOf(operation).stream()
        .filter(field -> operation.searchable().contains(field.xmlName()))
        .filter(field -> field.criterion() == CriterionKind.EQ)
        .findFirst()
        .ifPresent(
            field ->
                out.start("criteria")
                    .start(field.xmlName())
                    .text("value", value(field))
                    .end()
                    .end());
    out.start("page").text("size", "100").end();
    return finish(out);
  }

  /** The answer of the operation with one row, in an envelope of SOAP 1.1. */
  public static String response(Contract.Operation operation) {
    Markup out = envelope();
    start(out, operation.service().code() + "Response");
    out.text("requestId", "sample-0001");
    out.text("recordId", "01SAMPLERECORDID0000000000");
    out.text("asOf", "2026-01-15T10:30:00+08:00");
    out.text("grantVersion", "1");
    out.text("requestDigest", DIGEST);
    out.start("checkpoint").text("number", "1").text("hash", DIGEST).end();
    out.start("row");
    fieldsOf(operation).stream()
        .filter(field -> operation.returned().contains(field.xmlName()))
        .forEach(field -> out.text(field.xmlName(), value(field)));
    out.end();
    return finish(out);
  }

  private static List<Field> fieldsOf(Contract.Operation operation) {
    return operation.service().fields();
  }

  private static Markup envelope() {
    return new Markup().start("soapenv:Envelope", "xmlns:soapenv", "").start("soapenv:Body");
  }

  private static void start(Markup out, String name) {
    out.start(name, "xmlns", Contract.NAMESPACE);
  }

  private static String finish(Markup out) {
    return out.end().end().end().finish();
  }

  private static String value(Field field) {
    int length = requireNonNullElse(field.length(), 1);
    return switch (field.type()) {
      case DATE -> "2026-01-01";
      case TIMESTAMP -> "2026-01-15T10:00:00+08:00";
      case INTEGER -> "1";
      case DECIMAL -> "80.5";
      case CODE -> "0".repeat(length - 1) + "1";
      case STRING -> text(field, length);
    };
  }

  private static String text(Field field, int length) {
    // The check digit of A12345678 is 9: nobody has this number.
    String text =
        switch (field.xmlName()) {
          case "idNo", "survivorIdNo", "formerIdNo" -> "A123456788";
          case "recordNo" -> "R00000001";
          case "fullName", "newName", "survivorName" -> "王小明";
          case "formerName" -> "王大明";
          case "agencyCode", "parentAgencyCode", "nextAgencyCode" -> "301000000A";
          default -> field.label();
        };
    return text.length() <= length ? text : text.substring(0, length);
  }
}
