package tw.gov.mocs.hub.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.incident.IncidentEntry.Kind;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * 錯誤回報, from report to end. It never changes; each transition checks whether it may happen and
 * returns the incident as it is afterwards.
 *
 * @param id key in the database
 * @param version counts its changes from 1
 * @param number 錯誤回報代碼
 * @param agencyId whose it is
 * @param agencyCode the same agency's code
 * @param status 處理狀態
 * @param content what was reported
 * @param reporter who reported it
 * @param history what happened, the report first
 */
public record Incident(
    long id,
    int version,
    IncidentNumber number,
    long agencyId,
    AgencyCode agencyCode,
    IncidentStatus status,
    IncidentContent content,
    Reporter reporter,
    List<IncidentEntry> history) {

  /** Copies the history. */
  public Incident {
    history = List.copyOf(history);
  }

  /**
   * Who reported an incident.
   *
   * @param name as the log names it
   * @param thumbprint of the certificate; null without one
   * @param cardNumber 卡號, where the certificate is a registered one on a card
   * @param at when
   */
  public record Reporter(
      String name, @Nullable String thumbprint, @Nullable String cardNumber, Instant at) {}

  /** 處理說明: the last thing that an administrator said to it; "" while nothing was said. */
  public String handling() {
    return history.stream()
        .filter(entry -> entry.kind() == Kind.ANSWERED || entry.kind() == Kind.CLOSED)
        .map(IncidentEntry::said)
        .filter(said -> !said.isEmpty())
        .reduce("", (earlier, later) -> later);
  }

  /** Whether this was said in a step of this kind since the version that somebody looked at. */
  public boolean has(Kind kind, String said, int sinceVersion) {
    String tidy = IncidentContent.tidy(said);
    return history.stream()
        .skip(Math.max(0, sinceVersion))
        .anyMatch(entry -> entry.kind() == kind && entry.said().equals(tidy));
  }

  /** 處理說明, while it stays 處理中. */
  Incident answer(String said, String by, Instant at) {
    requireStatus(IncidentStatus.IN_PROGRESS);
    IncidentCheck.refuse(IncidentCheck.ofAnswer(said));
    return with(Kind.ANSWERED, said, IncidentStatus.IN_PROGRESS, by, at);
  }

  /** 結案; nothing needs to be said if it was answered before. */
  Incident close(String said, String by, Instant at) {
    requireStatus(IncidentStatus.IN_PROGRESS);
    if (!said.isEmpty() || handling().isEmpty()) {
      IncidentCheck.refuse(IncidentCheck.ofAnswer(said));
    }
    return with(Kind.CLOSED, said, IncidentStatus.CLOSED, by, at);
  }

  /** 重新處理, with the reason. */
  Incident reopen(String said, String by, Instant at) {
    requireStatus(IncidentStatus.CLOSED);
    IncidentCheck.refuse(IncidentCheck.ofAnswer(said));
    return with(Kind.REOPENED, said, IncidentStatus.IN_PROGRESS, by, at);
  }

  /** 補充說明 of the agency, while it is 處理中. */
  Incident remark(String said, String by, Instant at) {
    requireStatus(IncidentStatus.IN_PROGRESS);
    IncidentCheck.refuse(IncidentCheck.ofSaid(said));
    return with(Kind.REMARKED, said, IncidentStatus.IN_PROGRESS, by, at);
  }

  /** The newest entry of its history. */
  IncidentEntry newest() {
    return history.get(history.size() - 1);
  }

  private void requireStatus(IncidentStatus needed) {
    if (status != needed) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, "incident " + number + " is " + status, status.name());
    }
  }

  private Incident with(Kind kind, String said, IncidentStatus next, String by, Instant at) {
    List<IncidentEntry> all = new ArrayList<>(history);
    all.add(new IncidentEntry(kind, at, by, said, next));
    return new Incident(id, version, number, agencyId, agencyCode, next, content, reporter, all);
  }
}
