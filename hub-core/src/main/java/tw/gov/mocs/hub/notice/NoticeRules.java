package tw.gov.mocs.hub.notice;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.setting.AtRuntime;
import tw.gov.mocs.hub.setting.AtRuntime.Unit;

/**
 * Of what agencies are told by mail, and how long before something ends.
 *
 * @param applications whether they are told how far their applications are
 * @param grants whether they are told that a grant was suspended, resumed, revoked or extended
 * @param services whether they are told that a service granted to them closes or opens
 * @param deliveries whether they are told of one-time files
 * @param incidents whether they are told how far their incident reports are
 * @param ending whether they are told that a grant or a certificate is about to end
 * @param firstDays how many days before it ends they are told first
 * @param secondDays and again
 * @param lastDays and for the last time
 */
@ConfigurationProperties("hub.notice.rules")
public record NoticeRules(
    @AtRuntime @DefaultValue("true") boolean applications,
    @AtRuntime @DefaultValue("true") boolean grants,
    @AtRuntime @DefaultValue("true") boolean services,
    @AtRuntime @DefaultValue("true") boolean deliveries,
    @AtRuntime @DefaultValue("true") boolean incidents,
    @AtRuntime @DefaultValue("true") boolean ending,
    @AtRuntime(unit = Unit.DAYS, least = 3, most = 180) @DefaultValue("60") @Min(3) @Max(180)
        int firstDays,
    @AtRuntime(unit = Unit.DAYS, least = 2, most = 90) @DefaultValue("30") @Min(2) @Max(90)
        int secondDays,
    @AtRuntime(unit = Unit.DAYS, least = 1, most = 30) @DefaultValue("7") @Min(1) @Max(30)
        int lastDays) {

  @AssertTrue(message = "last-days, second-days and first-days follow each other")
  boolean isInOrder() {
    return lastDays < secondDays && secondDays < firstDays;
  }

  /** Whether a notice of this kind is put; one to an administrator always is. */
  boolean allow(NoticeKind kind) {
    return switch (kind) {
      case APPLICATION_SUBMITTED,
          APPLICATION_APPROVED,
          APPLICATION_PARTLY_APPROVED,
          APPLICATION_REJECTED,
          APPLICATION_RETURNED ->
          applications;
      case GRANT_SUSPENDED, GRANT_RESUMED, GRANT_REVOKED, GRANT_EXTENDED -> grants;
      case SERVICE_CLOSING, SERVICE_CLOSED, SERVICE_KEPT, SERVICE_OPENED -> services;
      case DELIVERY_READY, DELIVERY_REISSUED, DELIVERY_ENDING -> deliveries;
      case INCIDENT_RECEIVED, INCIDENT_ANSWERED, INCIDENT_CLOSED -> incidents;
      case CERTIFICATE_ENDING, GRANT_ENDING -> ending;
      case INCIDENT_ASSIGNED -> true;
    };
  }
}
