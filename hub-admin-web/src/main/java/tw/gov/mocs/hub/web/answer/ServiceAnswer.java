package tw.gov.mocs.hub.web.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ApplicationStatus;

/**
 * 申請之服務: a service that is asked for, with its fields.
 *
 * @param code 服務代碼
 * @param name 服務名稱 in the language of the page
 * @param description 服務說明
 * @param descriptionEn the same in English; empty if nobody wrote it
 * @param category 服務分類 in the language of the page
 * @param all whether every field of the service is asked for
 * @param fields what is asked for, in catalogue order
 * @param justification why restricted fields are needed; "" if it was not said
 * @param outcome 審核結果; null for a draft
 */
public record ServiceAnswer(
    String code,
    String name,
    String description,
    String descriptionEn,
    String category,
    boolean all,
    List<AskedField> fields,
    String justification,
    @Nullable ApplicationStatus outcome) {

  /** Copies the fields. */
  public ServiceAnswer {
    fields = List.copyOf(fields);
  }

  /** How many of the fields are restricted. */
  public long restricted() {
    return fields.stream().filter(AskedField::restricted).count();
  }

  /** How many of the fields the service was granted without. */
  public long refused() {
    return fields.stream().filter(AskedField::refused).count();
  }

  /**
   * 欄位.
   *
   * @param label in the language of the page
   * @param restricted whether it is 限制資料
   * @param refused whether it was asked for, and the service was granted without it
   */
  public record AskedField(String label, boolean restricted, boolean refused) {}
}
