package tw.gov.mocs.hub.integration;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tw.gov.mocs.hub.catalogue.CodeList;
import tw.gov.mocs.hub.catalogue.Contract.Operation;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;

/** {@code grant.conf}: what was granted, for the connection test and the simulator. */
final class GrantFile {

  /** A simulated column needs some values of its code list, not all. */
  private static final int CODES = 30;

  private GrantFile() {}

  static String of(Granted granted) {
    ConfText out = ConfText.of("授權內容 What was granted. 請勿修改 Do not change.");
    out.put("application", granted.grant().applicationNo());
    out.put("version", granted.grant().version());
    out.put("agency", granted.grant().agencyCode());
    out.put("from", granted.grant().period().from());
    out.put("to", granted.grant().period().to());
    out.put("calls", granted.grant().quota().calls());
    out.put("rows", granted.grant().quota().rows());
    out.put("page-rows", granted.limits().pageRows());
    out.put("values", granted.limits().maxValues());
    List<Operation> operations = granted.operations();
    out.put("services", names(operations.stream().map(o -> o.service().code().value()).toList()));
    operations.forEach(operation -> write(out, granted, operation));
    return out.toString();
  }

  private static void write(ConfText out, Granted granted, Operation operation) {
    String code = operation.service().code().value();
    out.comment(operation.service().name() + " " + operation.service().nameEn());
    out.put(code + ".encrypted", operation.service().encryptAnswer());
    out.put(code + ".returned", inOrder(operation, operation.returned()));
    out.put(code + ".searchable", inOrder(operation, operation.searchable()));
    RequiredCriteria required = granted.required(operation);
    if (required != null) {
      out.put(code + ".any-of", names(required.anyOf()));
      out.put(code + ".range", required.rangeField());
      out.put(code + ".range-days", required.rangeDays());
    }
    Granted.fields(operation)
        .forEach(field -> out.put(code + ".field." + field.xmlName(), type(field, granted)));
  }

  /** Type, length, scale and codes, for example {@code DECIMAL 5 2}, {@code CODE 2 0 01 02}. */
  private static String type(Field field, Granted granted) {
    int length = requireNonNullElse(field.length(), 0);
    int scale = requireNonNullElse(field.scale(), 0);
    return field.type() + " " + length + " " + scale + codes(field, granted);
  }

  private static String codes(Field field, Granted granted) {
    CodeList list =
        field.codeType() == null ? null : granted.catalogue().codeLists().get(field.codeType());
    LocalDate day = granted.grant().period().from();
    return list == null
        ? ""
        : list.entries().stream()
            .filter(entry -> entry.isValidOn(day))
            .limit(CODES)
            .map(entry -> " " + entry.code())
            .collect(joining());
  }

  private static String inOrder(Operation operation, Set<String> names) {
    return names(Granted.fields(operation, names).map(Field::xmlName).toList());
  }

  private static String names(List<String> names) {
    return String.join(" ", names);
  }
}
