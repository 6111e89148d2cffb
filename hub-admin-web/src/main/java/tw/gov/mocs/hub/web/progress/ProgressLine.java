package tw.gov.mocs.hub.web.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ApplicationLine;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.ServicePeriod;

/**
 * 查詢結果項目, as the list shows it.
 *
 * @param line what is kept
 * @param services 服務名稱 in the language of the page
 * @param deliveries 介接模組 and 資料交換
 */
record ProgressLine(ApplicationLine line, List<String> services, List<Offer> deliveries) {

  ProgressLine {
    services = List.copyOf(services);
    deliveries = List.copyOf(deliveries);
  }

  /** 有效期間: what was granted, else what was asked for. */
  public @Nullable ServicePeriod period() {
    return line.granted() == null ? line.period() : line.granted();
  }

  /** 狀態: the application's, or EXPIRED once what was granted has ended. */
  public String state() {
    return line.grantStatus() == GrantStatus.EXPIRED ? "EXPIRED" : shown(line.status());
  }

  /** Whether the grant is suspended or revoked, which the state does not tell. */
  public boolean isStopped() {
    return line.grantStatus() == GrantStatus.SUSPENDED || line.grantStatus() == GrantStatus.REVOKED;
  }

  /** What stands in a column. */
  public List<Offer> in(String column) {
    return deliveries.stream().filter(one -> one.column().name().equals(column)).toList();
  }

  /** An agency does not see that it is the second reviewer whom it waits for. */
  static String shown(ApplicationStatus status) {
    return (status.undecided() ? ApplicationStatus.PENDING : status).name();
  }
}
