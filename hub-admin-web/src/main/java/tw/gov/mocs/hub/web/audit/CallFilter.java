package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.CallSearch.Outcome;
import tw.gov.mocs.hub.audit.LogSearch;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.audit.SoughtAgency;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.IdentityForms;

/**
 * Which calls an auditor asked for, as typed and as the address says it. A person stands in it by
 * its keyed hashes alone.
 *
 * @param time when they came
 * @param agency 機關代碼; "" for all
 * @param application 申請案號; "" for all
 * @param service 服務代碼; "" for all
 * @param outcome {@code served}, {@code refused}, {@code failed}, a code, or "" for all
 * @param requestId "" for all
 * @param address IP address; "" for all
 * @param persons which asked for this person, or whose answer holds him; none for all
 */
record CallFilter(
    TimeRange time,
    String agency,
    String application,
    String service,
    String outcome,
    String requestId,
    String address,
    List<PersonHash> persons) {

  static final String SERVED = "served";
  static final String REFUSED = "refused";
  static final String FAILED = "failed";

  static CallFilter of(HttpServletRequest request) {
    return new CallFilter(
        TimeRange.of(request),
        Typed.text(request, "agency").toUpperCase(Locale.ROOT),
        Typed.text(request, "application").toUpperCase(Locale.ROOT),
        Typed.text(request, "service").toUpperCase(Locale.ROOT),
        Typed.text(request, "outcome"),
        Typed.text(request, "requestId"),
        Typed.text(request, "address"),
        persons(request));
  }

  /** The person whom an address names, by his keyed hashes; NOT_FOUND for what is none. */
  static List<PersonHash> persons(HttpServletRequest request) {
    String[] texts = request.getParameterValues("person");
    try {
      return Stream.of(texts == null ? new String[0] : texts)
          .filter(text -> !text.isBlank())
          .map(PersonHash::parse)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new HubException(ErrorCode.NOT_FOUND, "no hash of a person", e, "紀錄");
    }
  }

  CallFilter of(List<PersonHash> others) {
    return new CallFilter(time, agency, application, service, outcome, requestId, address, others);
  }

  /** The person's hashes as the page and the log say them: under one key. */
  public List<PersonHash> named() {
    return LogSearch.named(persons);
  }

  /** The inputs in which somebody typed a number that would stand in an address and in the log. */
  List<String> withNumbers() {
    Map<String, String> typed =
        Map.of(
            "agency", agency,
            "application", application,
            "service", service,
            "requestId", requestId,
            "address", address);
    return typed.entrySet().stream()
        .filter(one -> IdentityForms.asWordIn(one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The refusal that it names; null if it names none. */
  @Nullable ErrorCode refusal() {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.code().equals(outcome))
        .findFirst()
        .orElse(null);
  }

  /** A code may be of a refusal or of a failure. */
  private @Nullable Outcome result() {
    return switch (outcome) {
      case SERVED -> Outcome.SERVED;
      case REFUSED -> Outcome.REFUSED;
      case FAILED -> Outcome.FAILED;
      default -> null;
    };
  }

  /**
   * A page of them.
   *
   * @param sought the agency that it names; null if it names none
   */
  LogSearch search(
      @Nullable SoughtAgency sought,
      @Nullable Instant now,
      boolean oldestFirst,
      int page,
      int size) {
    return new LogSearch(
        time.begin(),
        time.endBy(now),
        sought,
        Typed.orNull(application),
        Typed.orNull(service),
        result(),
        refusal(),
        Typed.orNull(requestId),
        Typed.orNull(address),
        persons,
        oldestFirst,
        page,
        size);
  }

  /** The address of the list, with its filters. */
  String href(String size) {
    Href href = new Href("/admin/audit/calls");
    time.addTo(href);
    href.with("agency", agency)
        .with("application", application)
        .with("service", service)
        .with("outcome", outcome)
        .with("requestId", requestId)
        .with("address", address);
    persons.forEach(one -> href.with("person", one.toString()));
    return href.with("size", size).toString();
  }
}
