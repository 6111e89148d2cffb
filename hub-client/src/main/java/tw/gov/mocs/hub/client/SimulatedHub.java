package tw.gov.mocs.hub.client;

import static java.util.Objects.requireNonNull;
import static tw.gov.mocs.hub.client.Namespaces.EXCHANGE;
import static tw.gov.mocs.hub.client.XmlTree.append;
import static tw.gov.mocs.hub.client.XmlTree.child;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Answers requests as the hub does, from what a module says was granted: checks signature, time and
 * request, refuses with the hub's codes, signs everything with a key of its own. Its rows are made
 * up. Unlike the hub it signs every fault, keeps no log, and knows no quota and no revocation.
 */
final class SimulatedHub {

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  private final GrantConf grant;
  private final RequestCheck check;
  private final RequestVerifier verifier;
  private final MessageSigner signer;
  private final Schema schema;
  private final Clock clock;
  private final Set<String> seen = new HashSet<>();

  SimulatedHub(Path moduleFolder, MessageSigner signer, Clock clock) {
    this.grant = new GrantConf(moduleFolder);
    this.check = new RequestCheck(grant, clock);
    this.verifier = new RequestVerifier(clock);
    this.signer = signer;
    this.clock = clock;
    this.schema = schema(moduleFolder.resolve("contract").resolve("exchange.xsd"));
  }

  private static Schema schema(Path file) {
    try {
      return SchemaFactory.newDefaultInstance().newSchema(new StreamSource(file.toFile()));
    } catch (SAXException e) {
      throw HubCallException.unreadable(file, new IOException(e));
    }
  }

  /**
   * What it answered.
   *
   * @param message the envelope
   * @param said one line for whoever watches
   * @param soap of the envelope
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
  record Answer(byte[] message, boolean fault, String said, SoapVersion soap) {}

  /** Answers one message. */
  Answer answer(byte[] message, @Nullable String action) {
    Envelope request = null;
    try {
      request = read(message);
      X509Certificate caller = verifier.verify(request);
      return answer(request, caller, action);
    } catch (Refusal refusal) {
      return fault(request, refusal);
    }
  }

  private static Envelope read(byte[] message) {
    try {
      return Envelope.read(message).orElseThrow(() -> new Refusal("HUB-1003"));
    } catch (HubCallException e) {
      throw new Refusal("HUB-1006");
    }
  }

  private Answer answer(Envelope request, X509Certificate caller, @Nullable String action) {
    Element asked = request.content();
    String operation = String.valueOf(asked.getLocalName()).replaceFirst("Request$", "");
    requireAction(action, operation);
    boolean status = operation.equals("HubStatus");
    GrantConf.@Nullable Granted service = status ? null : check.service(operation, asked);
    requireSchema(asked);
    requireNew(AnswerReader.text(asked, "requestId"));
    if (service == null) {
      return sign(request, operation, "", body -> status(body, asked, caller));
    }
    check.request(service, asked);
    SimulatedRows.Page page = new SimulatedRows(operation, service, grant).page(asked);
    String said = page.rows().size() + " rows";
    return sign(request, operation, said, body -> rows(body, operation, request, page));
  }

  private static void requireAction(@Nullable String action, String operation) {
    String given = action == null ? "" : action.replace("\"", "");
    if (!given.isEmpty() && !given.equals(EXCHANGE + ":" + operation)) {
      throw new Refusal("HUB-4004", given);
    }
  }

  private void requireSchema(Element asked) {
    try {
      schema.newValidator().validate(new DOMSource(asked));
    } catch (SAXException e) {
      throw new Refusal("HUB-4005", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void requireNew(String requestId) {
    if (!seen.add(requestId)) {
      throw new Refusal("HUB-4002");
    }
  }

  private Answer sign(Envelope request, String operation, String said, Consumer<Element> content) {
    byte[] message = signer.sign(request.soap(), content).bytes();
    return new Answer(message, false, operation + " " + said, request.soap());
  }

  private void rows(Element body, String operation, Envelope request, SimulatedRows.Page page) {
    Element answer = append(body, EXCHANGE, operation + "Response");
    begin(answer, request.content());
    append(answer, EXCHANGE, "asOf", now());
    append(answer, EXCHANGE, "grantVersion", grant.get("version"));
    append(answer, EXCHANGE, "requestDigest", bodyDigest(request));
    for (HubRow row : page.rows()) {
      Element element = append(answer, EXCHANGE, "row");
      row.values().forEach((name, value) -> append(element, EXCHANGE, name, value));
    }
    if (page.next() != null) {
      append(answer, EXCHANGE, "nextPage", page.next());
    }
  }

  /** The digest that the caller signed: verified, so it is that of the Body. */
  private static String bodyDigest(Envelope request) {
    Element signature =
        child(request.security().get(0), Namespaces.DSIG, "Signature").orElseThrow();
    String id = "#" + requireNonNull(XmlTree.id(request.body())).getValue();
    Element info = child(signature, Namespaces.DSIG, "SignedInfo").orElseThrow();
    return XmlTree.children(info, Namespaces.DSIG, "Reference").stream()
        .filter(reference -> reference.getAttribute("URI").equals(id))
        .map(reference -> child(reference, Namespaces.DSIG, "DigestValue").orElseThrow())
        .map(Element::getTextContent)
        .map(text -> Base64.getEncoder().encodeToString(Base64.getMimeDecoder().decode(text)))
        .findFirst()
        .orElseThrow();
  }

  private void status(Element body, Element asked, X509Certificate caller) {
    Element answer = append(body, EXCHANGE, "HubStatusResponse");
    begin(answer, asked);
    append(answer, EXCHANGE, "agencyCode", grant.agency());
    append(answer, EXCHANGE, "agencyName", "模擬器 SIMULATOR");
    append(answer, EXCHANGE, "certificateSerial", caller.getSerialNumber().toString(16));
    long days = ChronoUnit.DAYS.between(clock.instant(), caller.getNotAfter().toInstant());
    append(answer, EXCHANGE, "certificateDays", String.valueOf(days));
    append(answer, EXCHANGE, "hubTime", now());
    Element application = append(answer, EXCHANGE, "application");
    append(application, EXCHANGE, "applicationNo", grant.application());
    append(application, EXCHANGE, "status", "ACTIVE");
    append(application, EXCHANGE, "from", grant.get("from"));
    append(application, EXCHANGE, "to", grant.get("to"));
    append(application, EXCHANGE, "callsLeft", grant.get("calls"));
    append(application, EXCHANGE, "rowsLeft", grant.get("rows"));
    List<String> services = grant.services();
    services.forEach(code -> append(application, EXCHANGE, "service", code));
  }

  private static void begin(Element answer, Element asked) {
    append(answer, EXCHANGE, "requestId", AnswerReader.text(asked, "requestId"));
    append(answer, EXCHANGE, "recordId", "SIMULATOR-" + UUID.randomUUID());
  }

  private String now() {
    return OffsetDateTime.ofInstant(clock.instant(), TAIPEI)
        .truncatedTo(ChronoUnit.MILLIS)
        .toString();
  }

  private Answer fault(@Nullable Envelope request, Refusal refusal) {
    SoapVersion soap = request == null ? SoapVersion.SOAP_1_1 : request.soap();
    String requestId =
        request == null ? null : AnswerReader.optional(request.content(), "requestId");
    byte[] message =
        signer.sign(soap, body -> SimulatedFault.append(body, soap, refusal, requestId)).bytes();
    String said =
        "%s %s / %s"
            .formatted(
                refusal.code(), refusal.message(Locale.TAIWAN), refusal.message(Locale.ENGLISH));
    return new Answer(message, true, said, soap);
  }
}
