package tw.gov.mocs.hub.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the schema of the messages. */
final class SchemaWriter {

  private final Markup out;

  private SchemaWriter(Markup out) {
    this.out = out;
  }

  /** One schema with the messages of these operations, HubStatus and the fault. */
  static void write(Markup out, List<Contract.Operation> operations) {
    SchemaWriter writer = new SchemaWriter(out);
    out.start(
        "xs:schema",
        "xmlns:xs",
        "",
        "xmlns:tns",
        "",
        "targetNamespace",
        Contract.NAMESPACE,
        "elementFormDefault",
        "qualified");
    ValueTypes.write(
        out,
        operations.stream().flatMap(SchemaWriter::returned).toList(),
        operations.stream().flatMap(SchemaWriter::searchable).toList());
    writer.sharedTypes();
    operations.forEach(writer::operation);
    StatusSchema.write(out);
    writer.fault();
    out.end();
  }

  private static Stream<Field> returned(Contract.Operation operation) {
    return fields(operation, operation.returned());
  }

  private static Stream<Field> searchable(Contract.Operation operation) {
    return fields(operation, operation.searchable()).filter(field -> field.criterion() != null);
  }

  private static Stream<Field> fields(Contract.Operation operation, Set<String> names) {
    return operation.service().fields().stream().filter(field -> names.contains(field.xmlName()));
  }

  private void sharedTypes() {
    simple("RequestId", "minLength", "1", "maxLength", "64");
    simple("Purpose", "minLength", "1", "maxLength", "200");
    out.start("xs:complexType", "name", "Fields").start("xs:sequence");
    out.start("xs:element", "name", "field", "minOccurs", "0", "maxOccurs", "1000")
        .start("xs:simpleType");
    ValueTypes.restriction(out, "xs:string", "minLength", "1", "maxLength", "64");
    out.end().end().end().end();
    out.start("xs:complexType", "name", "Page").start("xs:sequence");
    out.start("xs:element", "name", "size", "minOccurs", "0");
    Documentation.write(out, "每頁筆數，預設 1000", "Rows of a page, 1000 by default");
    out.start("xs:simpleType");
    ValueTypes.restriction(out, "xs:int", "minInclusive", "1", "maxInclusive", "10000");
    out.end().end();
    optional("token", "xs:string", "前一頁之 nextPage", "nextPage of the page before");
    out.end().end();
    out.start("xs:complexType", "name", "Checkpoint").start("xs:sequence");
    element("number", "xs:long", "檢查點編號", "Number of the checkpoint");
    element("hash", "xs:base64Binary", "檢查點雜湊值 (SHA-256)", "Its SHA-256 hash");
    out.end().end();
  }

  private void simple(String name, String... facets) {
    out.start("xs:simpleType", "name", name);
    ValueTypes.restriction(out, "xs:string", facets);
    out.end();
  }

  private void operation(Contract.Operation operation) {
    ExchangeService service = operation.service();
    message(service.code() + "Request", service.name() + " 查詢", service.nameEn() + ": request");
    element("requestId", "tns:RequestId", "呼叫端之唯一識別碼", "The caller's unique id of this call");
    element("applicationNo", "xs:string", "申請案號", "Application number");
    purpose(service.purposeRule());
    optional("fields", "tns:Fields", "所需欄位，預設為全部核准欄位", "Fields wanted; all granted by default");
    criteria(service, searchable(operation).toList());
    optional("page", "tns:Page", "分頁", "Paging");
    endMessage();
    message(service.code() + "Response", service.name() + " 結果", service.nameEn() + ": answer");
    answerHead();
    row(service, returned(operation).toList());
    optional(
        "nextPage", "xs:string", "下一頁憑證，最後一頁無此元素", "Token of the next page; absent on the last");
    endMessage();
  }

  private void purpose(PurposeRule rule) {
    if (rule == PurposeRule.CASE_NUMBER) {
      element("purpose", "tns:Purpose", "案號，至少連續 4 位數字", "Case number, four digits in a row");
    } else {
      element("purpose", "tns:Purpose", "案號或事由", "Case number or purpose");
    }
  }

  /** What is said of a field, and until when it is promised. */
  private void field(ExchangeService service, Field field, String type) {
    LocalDate end = service.ends().get(field.xmlName());
    String label = label(field.label(), field.description());
    optional(
        field.xmlName(),
        type,
        end == null ? label : label + "；停用日 " + end,
        end == null ? field.labelEn() : field.labelEn() + "; last day " + end);
  }

  private void answerHead() {
    element("requestId", "tns:RequestId", "呼叫端之唯一識別碼", "The caller's unique id of this call");
    element("recordId", "xs:string", "紀錄編號", "Number of this call in the hub's log");
    element("asOf", "tns:Moment", "資料時間", "When the rows were read");
    element("grantVersion", "xs:int", "授權版次", "Version of the grant that decided");
    element("requestDigest", "xs:base64Binary", "查詢本文雜湊值", "Digest of the signed request Body");
    optional("checkpoint", "tns:Checkpoint", "最近之稽核檢查點", "Last checkpoint of the hub's log");
  }

  private void criteria(ExchangeService service, List<Field> fields) {
    if (fields.isEmpty()) {
      return;
    }
    out.start("xs:element", "name", "criteria", "minOccurs", "0");
    Documentation.write(
        out,
        "查詢條件：欄位間為「且」，同一欄位之多值為「或」，每次至多 1000 值",
        "Criteria: fields are ANDed, values of one ORed; at most 1000 values in a call");
    // In any order: people who write messages by hand need not know ours.
    out.start("xs:complexType").start("xs:all");
    for (Field field : fields) {
      field(service, field, "tns:" + ValueTypes.ofCriterion(field));
    }
    out.end().end().end();
  }

  private void row(ExchangeService service, List<Field> fields) {
    out.start("xs:element", "name", "row", "minOccurs", "0", "maxOccurs", "unbounded");
    Documentation.write(out, service.name() + " 一筆", service.nameEn() + ": one row");
    out.start("xs:complexType").start("xs:sequence");
    for (Field field : fields) {
      field(service, field, "tns:" + ValueTypes.of(field));
    }
    out.end().end().end();
  }

  private void fault() {
    message("HubFault", "拒絕或錯誤", "A refusal or failure");
    element("code", "xs:string", "錯誤代碼", "Code of the refusal");
    element("message", "xs:string", "中文訊息", "The message in Chinese");
    element("messageEn", "xs:string", "英文訊息", "The message in English");
    optional("requestId", "xs:string", "呼叫端之唯一識別碼", "The caller's unique id of this call");
    optional("recordId", "xs:string", "紀錄編號", "Number of this call in the hub's log");
    optional(
        "checkpoint",
        "tns:Checkpoint",
        "最近之稽核檢查點，僅已簽章之訊息有此元素",
        "Last checkpoint of the hub's log; in signed messages only");
    endMessage();
  }

  private void message(String name, String chinese, String english) {
    out.start("xs:element", "name", name);
    Documentation.write(out, chinese, english);
    out.start("xs:complexType").start("xs:sequence");
  }

  private void endMessage() {
    out.end().end().end();
  }

  private void element(String name, String type, String chinese, String english) {
    out.start("xs:element", "name", name, "type", type);
    Documentation.write(out, chinese, english);
    out.end();
  }

  private void optional(String name, String type, String chinese, String english) {
    out.start("xs:element", "name", name, "type", type, "minOccurs", "0");
    Documentation.write(out, chinese, english);
    out.end();
  }

  private static String label(String label, @Nullable String description) {
    return description == null ? label : label + "（" + description + "）";
  }
}
