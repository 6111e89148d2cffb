package tw.gov.mocs.hub.web.incident;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.incident.Incident;
import tw.gov.mocs.hub.incident.IncidentCalls;

/**
 * Where a reader finds what an incident names; null for nowhere.
 *
 * @param agency its page
 * @param application the page of the application
 * @param files the one-time files of the application
 * @param service its page
 * @param calls the calls that it is about
 */
public record IncidentLinks(
    @Nullable String agency,
    @Nullable String application,
    @Nullable String files,
    @Nullable String service,
    @Nullable String calls) {

  /** For an administrator: of the calls, what needs no look into the log. */
  public static IncidentLinks ofMinistry(Incident incident, @Nullable ExchangeService service) {
    String number = incident.content().applicationNo();
    return new IncidentLinks(
        "/admin/agencies/" + incident.agencyCode(),
        number.isEmpty() ? null : "/progress/" + number,
        number.startsWith("APFQ") ? "/admin/deliveries/" + number : null,
        service == null ? null : "/admin/services/of/" + service.code(),
        IncidentCalls.scopes(incident.content()).isEmpty()
            ? null
            : "/admin/incidents/" + incident.number() + "/calls");
  }

  /** For its agency: the one call, or the list of those with this request id. */
  static IncidentLinks ofAgency(Incident incident, CallRecords records) {
    String callId = incident.content().callId();
    return new IncidentLinks(
        null, null, null, null, callId.isEmpty() ? null : calls(incident, callId, records));
  }

  private static String calls(Incident incident, String callId, CallRecords records) {
    return records
        .find(incident.agencyId(), callId.toUpperCase(Locale.ROOT))
        .map(call -> "/calls/" + call.line().recordId())
        .orElseGet(
            () ->
                UriComponentsBuilder.fromPath("/calls")
                    .queryParam("requestId", "{id}")
                    .encode()
                    .buildAndExpand(callId)
                    .toUriString());
  }
}
