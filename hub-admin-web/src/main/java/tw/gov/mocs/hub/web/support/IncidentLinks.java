package tw.gov.mocs.hub.web.support;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.incident.Incident;

/**
 * Where an administrator finds what an incident names. Calls are the auditors' to look at: there is
 * no link to them.
 *
 * @param agency its page
 * @param application the page of the application; null without one
 * @param files the one-time files of the application; null where it is none of files
 * @param service its page; null without one
 */
public record IncidentLinks(
    String agency, @Nullable String application, @Nullable String files, @Nullable String service) {

  static IncidentLinks of(Incident incident, @Nullable ExchangeService service) {
    String number = incident.content().applicationNo();
    return new IncidentLinks(
        "/admin/agencies/" + incident.agencyCode(),
        number.isEmpty() ? null : "/progress/" + number,
        number.startsWith("APFQ") ? "/admin/deliveries/" + number : null,
        service == null ? null : "/admin/services/of/" + service.code());
  }
}
