package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueEditor;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.PurposeRule;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceDraft;
import tw.gov.mocs.hub.catalogue.ServiceRegister;
import tw.gov.mocs.hub.shared.ErrorCode;

/** A service comes, grows, goes and comes back while agencies call: none of them notices. */
class LivePublishingIT {

  private static final Logger LOG = LoggerFactory.getLogger(LivePublishingIT.class);
  private static final ServiceCode CODE = new ServiceCode("SQ_TA_099");
  private static final List<String> FIELDS = List.of("recordNo", "idNo", "agencyCode", "updatedAt");

  private final RunningHub hub = RunningHub.start();
  private final Catalogue catalogue = hub.get(Catalogue.class);
  private final CatalogueEditor editor = hub.get(CatalogueEditor.class);

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void servicesChangeUnderLoadAndNoCallIsDropped() throws Exception {
    SteadyLoad load = SteadyLoad.start(hub, 2);
    editor.publish(draft(FIELDS), Ministry.ADMINISTRATOR);
    catalogue.open(CODE, Ministry.ADMINISTRATOR);
    measured("opened", () -> assertThat(contract()).contains("SQ_TA_099Request"));
    Object number = hub.ministry.grant(hub.ministry.draft().service(CODE.value()));
    RequestXml request = RequestXml.of(CODE.value()).application(number);
    measured("callable", () -> assertThat(status(request)).isEqualTo(200));

    List<String> more = new ArrayList<>(FIELDS);
    more.add("fullName");
    editor.publish(draft(more), Ministry.ADMINISTRATOR);
    measured("grown", () -> assertThat(requestType()).contains("fullName"));
    Object wider = hub.ministry.grant(hub.ministry.draft().service(CODE.value()));
    assertThat(send(RequestXml.of(CODE.value()).application(wider)).body()).contains("<fullName>");

    joined();
    catalogue.close(CODE, "維護至週五", Ministry.ADMINISTRATOR);
    measured("closed", () -> assertThat(contract()).doesNotContain("SQ_TA_099"));
    Reply closed = send(request);
    assertThat(closed.code()).isEqualTo(ErrorCode.SERVICE_CLOSED.code());
    assertThat(closed.text("message")).contains("維護至週五");

    catalogue.open(CODE, Ministry.ADMINISTRATOR);
    measured("opened again", () -> assertThat(contract()).contains("SQ_TA_099Request"));
    assertThat(status(request)).isEqualTo(200);
    assertThat(load.stop()).as("answered without fail").isGreaterThan(10);
    assertThat(load.failures()).isEmpty();
  }

  /** A service of two tables, published and called while the others are. */
  private void joined() {
    ServiceCode code = new ServiceCode("SQ_TA_098");
    ServiceDraft one = draft(FIELDS);
    ServiceDraft.Join staff =
        new ServiceDraft.Join("TA_CURRENT_STAFF", "ID_NO", one.table(), "ID_NO");
    List<String> fields = new ArrayList<>(FIELDS);
    fields.add("TA_CURRENT_STAFF.unitName");
    ServiceDraft draft =
        new ServiceDraft(
            code,
            one.name(),
            one.nameEn(),
            one.category(),
            "",
            "",
            one.table(),
            fields,
            one.requiredCriteria(),
            false,
            false,
            List.of(staff),
            Set.of(),
            PurposeRule.CASE_NUMBER,
            Map.of(),
            "",
            Map.of());
    hub.get(ServiceRegister.class).publish(draft, null, 0, "試行", Ministry.ADMINISTRATOR);
    catalogue.open(code, Ministry.ADMINISTRATOR);
    measured("joined", () -> assertThat(contract()).contains("SQ_TA_098Request"));
    Object number = hub.ministry.grant(hub.ministry.draft().service(code.value()));
    String[] agencies =
        IntStream.rangeClosed(1, 20).mapToObj("B%02d010000C"::formatted).toArray(String[]::new);
    RequestXml request =
        RequestXml.of(code.value())
            .application(number)
            .criteria(RequestXml.values("agencyCode", agencies));
    Eventually.holds(
        () -> assertThat(send(request.purpose("公文 1150001 號")).body()).contains("<unitName>"));
    assertThat(send(request.purpose("查核")).code()).isEqualTo(ErrorCode.PURPOSE_INVALID.code());
  }

  private ServiceDraft draft(List<String> fields) {
    ExchangeService model = catalogue.current().find(new ServiceCode("SQ_TA_001")).orElseThrow();
    return new ServiceDraft(
        CODE,
        "試行服務",
        "Trial",
        model.category(),
        "",
        "",
        model.table().name(),
        fields,
        model.requiredCriteria(),
        false,
        false);
  }

  /** Each time with an id of its own. */
  private Reply send(RequestXml request) {
    return hub.send(request.id(UUID.randomUUID().toString()));
  }

  private int status(RequestXml request) {
    return send(request).status();
  }

  private String contract() throws Exception {
    HttpRequest get = HttpRequest.newBuilder(URI.create(hub.https + "?wsdl")).build();
    return hub.client.send(get, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** What the contract says of the trial service's messages. */
  private String requestType() throws Exception {
    String all = contract();
    int start = all.indexOf("SQ_TA_099Response");
    return all.substring(start, all.indexOf("nextPage", start));
  }

  private static void measured(String what, ThrowingCallable assertion) {
    Instant start = Instant.now();
    Eventually.holds(assertion);
    LOG.warn("{} after {} ms", what, Duration.between(start, Instant.now()).toMillis());
  }
}
