package tw.gov.mocs.hub.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What a version of a service must fulfil before it is published. */
final class PublishingRules {

  private PublishingRules() {}

  /**
   * Checks a version by itself and, where there is one, against the version that callers use now: a
   * new version only adds.
   *
   * @throws HubException VALUE_INVALID, told what is wrong
   */
  static void require(ExchangeService next, @Nullable ExchangeService present) {
    requireWhole(next);
    if (present != null) {
      requireOnlyAdds(next, present);
    }
  }

  private static void requireWhole(ExchangeService next) {
    if (next.table().pagingKey().isEmpty()) {
      // Pages are ordered by it: without one a row could be skipped or told twice.
      throw invalid(next.table().name(), "沒有唯一且非空值之單一鍵欄位");
    }
    if (next.fields().isEmpty()) {
      throw invalid(next.code().value(), "至少需要一個欄位");
    }
    Stream<String> names =
        Stream.of(next.name(), next.nameEn(), next.category().name(), next.category().nameEn());
    if (names.anyMatch(String::isBlank)) {
      throw invalid(next.code().value(), "服務名稱、分類及其英文名稱為必填");
    }
    RequiredCriteria required = next.requiredCriteria();
    if (required == null) {
      if (next.table().subjectColumn() != null) {
        throw invalid(next.code().value(), "個人資料之服務須有必要查詢條件");
      }
      return;
    }
    required.anyOf().forEach(name -> requireSearchable(next, name, CriterionKind.EQ));
    requireSearchable(next, required.rangeField(), CriterionKind.RANGE);
    if (required.rangeDays() < 1) {
      throw invalid(required.rangeField(), "期間至少 1 日");
    }
  }

  private static void requireSearchable(ExchangeService next, String name, CriterionKind kind) {
    if (next.findField(name).filter(field -> field.criterion() == kind).isEmpty()) {
      throw invalid(name, "必要查詢條件須為本服務可查詢之欄位");
    }
  }

  /**
   * Whether answers are encrypted may change either way: how data are protected is the ministry's
   * to decide, and a caller who has no certificate for it is told so by a code of its own.
   */
  private static void requireOnlyAdds(ExchangeService next, ExchangeService present) {
    if (!next.table().name().equals(present.table().name())) {
      throw invalid(next.code().value(), "已發布之服務不可改用其他資料表");
    }
    for (Field field : present.fields()) {
      Optional<Field> kept = next.findField(field.xmlName());
      if (kept.isEmpty()) {
        throw invalid(field.xmlName(), "已發布之欄位不可移除");
      }
    }
    RequiredCriteria before = present.requiredCriteria();
    RequiredCriteria after = next.requiredCriteria();
    if (after != null && (before == null || isNarrower(after, before))) {
      throw invalid(next.code().value(), "必要查詢條件不可加嚴");
    }
  }

  /** Whether a call that fulfilled the criteria before would be refused after. */
  private static boolean isNarrower(RequiredCriteria after, RequiredCriteria before) {
    return !after.anyOf().containsAll(before.anyOf())
        || !after.rangeField().equals(before.rangeField())
        || after.rangeDays() < before.rangeDays();
  }

  /** Refuses names of fields that the table lacks or that are named twice. */
  static List<Field> fields(ExchangeTable table, List<String> names) {
    Set<String> wanted = new HashSet<>(names);
    if (wanted.size() < names.size()) {
      throw invalid(table.name(), "欄位重複");
    }
    for (String name : names) {
      if (table.findField(name).isEmpty()) {
        throw invalid(name, "資料表無此欄位");
      }
    }
    return table.fields().stream().filter(field -> wanted.contains(field.xmlName())).toList();
  }

  static HubException invalid(String what, String why) {
    return new HubException(ErrorCode.VALUE_INVALID, what + ": " + why, what, why);
  }
}
