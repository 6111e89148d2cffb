package tw.gov.mocs.hub.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.catalogue.Contract.Operation;
import tw.gov.mocs.hub.catalogue.CriterionKind;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;
import tw.gov.mocs.hub.shared.RocDate;

/** The README of a module: a text in each language, with what was granted filled in. */
final class Readme {

  private final Words words;
  private final Granted granted;
  private final HubIdentity hub;

  private Readme(Words words, Granted granted, HubIdentity hub) {
    this.words = words;
    this.granted = granted;
    this.hub = hub;
  }

  static String inChinese(Granted granted, HubIdentity hub) {
    return new Readme(Words.CHINESE, granted, hub).text();
  }

  static String inEnglish(Granted granted, HubIdentity hub) {
    return new Readme(Words.ENGLISH, granted, hub).text();
  }

  /** What stands in the tables, in one language. */
  private record Words(boolean chinese, String returned, String searched, String both, String any) {

    static final Words CHINESE = new Words(true, "回傳", "查詢", "回傳、查詢", "不限");
    static final Words ENGLISH =
        new Words(false, "returned", "searched by", "returned, searched by", "any");

    String file() {
      return chinese ? "readme.md" : "readme_en.md";
    }

    String of(String inChinese, String inEnglish) {
      return chinese || inEnglish.isEmpty() ? inChinese : inEnglish;
    }
  }

  private String text() {
    String text = template();
    for (Map.Entry<String, String> value : values().entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private String template() {
    try (InputStream in = Readme.class.getResourceAsStream(words.file())) {
      return new String(Objects.requireNonNull(in, words.file()).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> values() {
    Grant grant = granted.grant();
    List<Operation> operations = granted.operations();
    return Map.ofEntries(
        Map.entry("application", grant.applicationNo().value()),
        Map.entry("version", String.valueOf(grant.version())),
        Map.entry("agency", grant.agencyCode().value()),
        Map.entry("endpoint", hub.endpoint().toString()),
        Map.entry("period", day(grant.period().from()) + " – " + day(grant.period().to())),
        Map.entry("addresses", addresses(grant)),
        Map.entry("calls", number(grant.quota().calls())),
        Map.entry("rows", number(grant.quota().rows())),
        Map.entry("pageRows", number(granted.limits().pageRows())),
        Map.entry("maxPageRows", number(granted.limits().maxPageRows())),
        Map.entry("maxValues", number(granted.limits().maxValues())),
        Map.entry("tokenMinutes", number(granted.limits().tokenValidity().toMinutes())),
        Map.entry("signers", signers()),
        Map.entry("first", first()),
        Map.entry("sandbox", sandbox()),
        Map.entry("services", operations.stream().map(this::service).collect(joining("\n"))));
  }

  private String day(LocalDate day) {
    return words.chinese() ? new RocDate(day).toString() : day.toString();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private String addresses(Grant grant) {
    return grant.addresses().isEmpty()
        ? words.any()
        : grant.addresses().stream().map(Cidr::value).collect(joining(", "));
  }

  private String signers() {
    return hub.signers().stream()
        .map(
            signer ->
                "| `%s` | `%s` | %s |"
                    .formatted(
                        signer.getSubjectX500Principal().getName(),
                        signer.getSerialNumber().toString(16),
                        day(HubIdentity.lastDay(signer))))
        .collect(joining("\n"));
  }

  private String sandbox() {
    return hub.isSandbox()
        ? words.of(
            "\n\n**這是測試環境（SANDBOX）的模組，資料皆為合成。** `hub-client` 的每個指令都要加上 `--sandbox`，否則一律拒絕其回應。",
            "\n\n**This is a module of the sandbox; its rows are synthetic.** Add `--sandbox` to each"
                + " command of `hub-client`, which refuses its answers otherwise.")
        : "";
  }

  /** The arguments of a first call. */
  private String first() {
    return granted
        .example()
        .map(
            example ->
                "%s --criterion %s=%s"
                    .formatted(
                        example.operation().service().code(),
                        example.criterion().xmlName(),
                        words.of("值", "VALUE")))
        .orElse("SERVICE");
  }

  private String service(Operation operation) {
    ExchangeService service = operation.service();
    StringBuilder out = new StringBuilder();
    out.append("### ").append(service.code()).append(' ');
    out.append(words.of(service.name(), service.nameEn())).append("\n\n");
    out.append(requirement(operation)).append('\n');
    if (service.encryptAnswer()) {
      out.append(
          words.of(
              "回應以機關的加密憑證加密；請用 Java 用戶端（`encryption-key`）。\n",
              "Answers are encrypted to the agency's encryption certificate; use the Java client"
                  + " (`encryption-key`).\n"));
    }
    out.append(words.of("\n| 欄位 | 名稱 | 型別 | 用途 |\n", "\n| field | label | type | for |\n"));
    out.append("|---|---|---|---|\n");
    Granted.fields(operation).forEach(field -> out.append(row(operation, field)));
    return out.toString();
  }

  private String requirement(Operation operation) {
    RequiredCriteria required = granted.required(operation);
    if (required == null) {
      return words.of("可不帶查詢條件。", "May be called without criteria.");
    }
    String anyOf = required.anyOf().stream().map(n -> "`" + n + "`").collect(joining(", "));
    String one =
        words.of("每次查詢至少要有下列條件之一：%s", "Each call needs one of these criteria: %s").formatted(anyOf);
    return required.rangeField().isEmpty()
        ? one
        : one
            + words
                .of("；或 `%s` 期間（最多 %d 天）", "; or a range of `%s` (at most %d days)")
                .formatted(required.rangeField(), required.rangeDays());
  }

  private String row(Operation operation, Field field) {
    boolean returned = operation.returned().contains(field.xmlName());
    boolean searched = operation.searchable().contains(field.xmlName());
    String use =
        returned && searched ? words.both() : returned ? words.returned() : words.searched();
    String range = searched && field.criterion() == CriterionKind.RANGE ? " (from–to)" : "";
    return "| `%s` | %s | %s | %s%s |\n"
        .formatted(
            field.xmlName(), words.of(field.label(), field.labelEn()), type(field), use, range);
  }

  private static String type(Field field) {
    String length = field.length() == null ? "" : " " + field.length();
    String scale = field.scale() == null ? "" : "." + field.scale();
    String codes = field.codeType() == null ? "" : " (" + field.codeType() + ")";
    return field.type() + length + scale + codes;
  }
}
