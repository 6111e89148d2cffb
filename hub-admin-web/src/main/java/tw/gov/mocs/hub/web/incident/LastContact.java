package tw.gov.mocs.hub.web.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.incident.IncidentContent;
import tw.gov.mocs.hub.incident.IncidentSearch;
import tw.gov.mocs.hub.incident.Incidents;

/** Whom an agency named last, in a report or in an application: the login names a card only. */
@Component
final class LastContact {

  /** A person to be asked. */
  record Contact(String name, String phone, String mail, Instant namedAt) {

    static final Contact NONE = new Contact("", "", "", Instant.EPOCH);
  }

  private final Incidents incidents;
  private final Applications applications;

  LastContact(Incidents incidents, Applications applications) {
    this.incidents = incidents;
    this.applications = applications;
  }

  Contact of(long agencyId) {
    return Stream.of(reported(agencyId), applied(agencyId))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Contact::namedAt))
        .orElse(Contact.NONE);
  }

  private Optional<Contact> reported(long agencyId) {
    return incidents.search(IncidentSearch.all(agencyId, 1, 1)).items().stream()
        .findFirst()
        .map(
            line -> {
              IncidentContent content = incidents.get(agencyId, line.number()).content();
              return new Contact(
                  content.contactName(),
                  content.contactPhone(),
                  content.contactMail(),
                  line.reportedAt());
            });
  }

  private Optional<Contact> applied(long agencyId) {
    return applications.search(ApplicationSearch.all(null, 1, 1), agencyId).items().stream()
        .findFirst()
        .map(line -> applications.get(line.id()))
        .flatMap(LastContact::of);
  }

  private static Optional<Contact> of(Application application) {
    ApplicationContent content = application.content();
    return Optional.ofNullable(application.submission())
        .map(
            submission ->
                new Contact(
                    content.contactName(),
                    content.contactPhone(),
                    content.contactMail(),
                    submission.at()));
  }
}
