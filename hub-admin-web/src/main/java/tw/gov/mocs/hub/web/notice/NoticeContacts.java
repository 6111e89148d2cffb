package tw.gov.mocs.hub.web.notice;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyRegister;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.incident.IncidentNumber;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.notice.Notice;

/** Where the agency that a notice is about is reached now. */
@Component
final class NoticeContacts {

  private final Agencies agencies;
  private final AgencyRegister register;
  private final Applications applications;
  private final Incidents incidents;

  NoticeContacts(
      Agencies agencies, AgencyRegister register, Applications applications, Incidents incidents) {
    this.agencies = agencies;
    this.register = register;
    this.applications = applications;
    this.incidents = incidents;
  }

  /**
   * The contact of an agency.
   *
   * @param agency its code
   * @param mail its address
   */
  record Contact(String agency, String mail) {}

  /** Another address than the one that the notice was given up for; empty if there is none. */
  Optional<Contact> of(Notice notice) {
    Agency agency = agency(notice);
    if (agency == null) {
      return Optional.empty();
    }
    String mail = register.get(agency.code()).entry().contactMail();
    return Optional.ofNullable(mail)
        .filter(one -> !one.equals(notice.recipient()) && notice.canBeResentTo(one))
        .map(one -> new Contact(agency.code().value(), one));
  }

  /** Whether it is about an agency, which could have another contact. */
  boolean areKnown(Notice notice) {
    return agency(notice) != null;
  }

  private @Nullable Agency agency(Notice notice) {
    String about = notice.about();
    return switch (notice.kind()) {
      // It went to somebody of the ministry.
      case INCIDENT_ASSIGNED -> null;
      case INCIDENT_RECEIVED, INCIDENT_ANSWERED, INCIDENT_CLOSED ->
          IncidentNumber.matches(about)
              ? agencies.get(incidents.get(new IncidentNumber(about)).agencyId())
              : null;
      case CERTIFICATE_ENDING -> ofCertificate(about);
      default ->
          ApplicationNumber.matches(about)
              ? agencies.get(applications.get(new ApplicationNumber(about)).agencyId())
              : null;
    };
  }

  /** Serial numbers are their authority's own: two agencies may have the same. */
  private @Nullable Agency ofCertificate(String serial) {
    List<Agency> owners =
        agencies.list().stream()
            .filter(
                agency ->
                    agencies.certificatesOf(agency.id()).stream()
                        .map(one -> one.certificate().getSerialNumber().toString(16))
                        .anyMatch(serial::equalsIgnoreCase))
            .toList();
    return owners.size() == 1 ? owners.get(0) : null;
  }
}
