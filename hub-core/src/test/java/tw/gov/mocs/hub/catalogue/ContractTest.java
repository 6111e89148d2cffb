package tw.gov.mocs.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class ContractTest {

  private static final URI ADDRESS = URI.create("https://hub.example/exchange");
  private static final ServiceCode REVIEWS = new ServiceCode("SQ_TA_001");

  private final CatalogueSnapshot initial = InitialCatalogue.snapshot();
  private final Contract contract = Contract.full(initial.services().values());

  @Test
  void hasOneOperationPerServiceByCodeAndThenHubStatus() throws Exception {
    List<String> expected =
        new ArrayList<>(initial.services().keySet().stream().map(ServiceCode::value).toList());
    expected.add("HubStatus");
    assertThat(names(contract.wsdl(ADDRESS, true), "portType", "operation")).isEqualTo(expected);
  }

  @Test
  void putsTheSoap11PortFirst() throws Exception {
    assertThat(names(contract.wsdl(ADDRESS, true), "service", "port"))
        .containsExactly("ExchangeSoap11", "ExchangeSoap12");
  }

  @Test
  void leavesAClosedServiceOut() {
    ExchangeService closed = closed(initial.find(REVIEWS).orElseThrow());
    assertThat(Contract.full(List.of(closed)).wsdl(ADDRESS, true)).doesNotContain("SQ_TA_001");
  }

  @Test
  void saysWhichAnswersAreEncrypted() throws Exception {
    List<ExchangeService> services = new ArrayList<>(initial.services().values());
    services.replaceAll(each -> each.code().equals(REVIEWS) ? encrypting(each) : each);
    Document wsdl = parse(Contract.full(services).wsdl(ADDRESS, true));
    NodeList references = wsdl.getElementsByTagNameNS("*", "PolicyReference");
    List<String> encrypted = new ArrayList<>();
    for (int i = 0; i < references.getLength(); i++) {
      Element reference = (Element) references.item(i);
      if (reference.getAttribute("URI").equals("#AnswerEncrypted")) {
        Element operation = (Element) reference.getParentNode().getParentNode();
        encrypted.add(operation.getAttribute("name"));
      }
    }
    // Once for each binding.
    assertThat(encrypted).containsExactly("SQ_TA_001", "SQ_TA_001");
    assertThat(wsdl.getElementsByTagNameNS("*", "EncryptedParts").getLength()).isEqualTo(1);
  }

  @Test
  void saysNothingOfEncryptionWhereNothingIs() {
    assertThat(contract.wsdl(ADDRESS, true)).doesNotContain("Encrypt");
  }

  @Test
  void leavesThePolicyOutOnRequest() {
    assertThat(contract.wsdl(ADDRESS, false)).doesNotContain("Policy");
  }

  @Test
  void asksForSignedBodyAndAddressingAtBothPorts() throws Exception {
    Document wsdl = parse(contract.wsdl(ADDRESS, true));
    NodeList bindings = wsdl.getElementsByTagNameNS(Markup.WSDL, "binding");
    NodeList references = wsdl.getElementsByTagNameNS("*", "PolicyReference");
    assertThat(references.getLength()).isEqualTo(bindings.getLength()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      assertThat(references.item(i).getParentNode()).isSameAs(bindings.item(i));
      assertThat(((Element) references.item(i)).getAttribute("URI"))
          .isEqualTo("#SignedByBothSides");
    }
    Element policy = (Element) wsdl.getElementsByTagNameNS("*", "Policy").item(0);
    assertThat(policy.getAttribute("wsu:Id")).isEqualTo("SignedByBothSides");
    Element signed = (Element) policy.getElementsByTagNameNS("*", "SignedParts").item(0);
    assertThat(signed.getElementsByTagNameNS("*", "Body").getLength()).isEqualTo(1);
    assertThat(
            ((Element) signed.getElementsByTagNameNS("*", "Header").item(0))
                .getAttribute("Namespace"))
        .isEqualTo("http://www.w3.org/2005/08/addressing");
  }

  @Test
  void isTheSameTextEachTime() {
    assertThat(Contract.full(InitialCatalogue.snapshot().services().values()).wsdl(ADDRESS, true))
        .isEqualTo(contract.wsdl(ADDRESS, true));
  }

  @Test
  void labelsEachFieldInBothLanguages() {
    assertThat(contract.xsd())
        .contains("<xs:documentation xml:lang=\"zh-TW\">審定結果</xs:documentation>")
        .contains("<xs:documentation xml:lang=\"en\">Result of review</xs:documentation>");
  }

  @Test
  void validatesTheSampleMessages() {
    for (Contract.Operation operation : contract.operations()) {
      assertThatCode(() -> validate(SampleMessages.request(operation))).doesNotThrowAnyException();
      assertThatCode(() -> validate(SampleMessages.response(operation))).doesNotThrowAnyException();
    }
  }

  @Test
  void namesOnlyWhatWasGranted() {
    ExchangeService service = initial.find(REVIEWS).orElseThrow();
    Contract granted =
        Contract.of(List.of(new Contract.Operation(service, Set.of("fullName"), Set.of("idNo"))));
    assertThat(granted.xsd())
        .contains("name=\"fullName\"")
        .contains("name=\"idNo\"")
        .doesNotContain("jobTitleCode");
  }

  @Test
  void refusesAnEmptyRequestId() {
    assertRefused("<requestId/>" + REST);
  }

  @Test
  void refusesARequestIdOfMoreThan64Characters() {
    assertRefused("<requestId>" + "x".repeat(65) + "</requestId>" + REST);
  }

  @Test
  void refusesAMomentWithoutItsZone() {
    assertRefused(ID + REST + criteria("<updatedAt><from>2026-01-01T00:00:00</from></updatedAt>"));
  }

  @Test
  void takesAMomentWithItsZone() {
    assertTaken(
        ID + REST + criteria("<updatedAt><from>2026-01-01T00:00:00+08:00</from></updatedAt>"));
  }

  @Test
  void takesCriteriaInAnyOrder() {
    assertTaken(
        ID
            + REST
            + criteria(
                "<agencyCode><value>301000000A</value></agencyCode>"
                    + "<idNo><value>A123456788</value><value>B123456788</value></idNo>"));
  }

  @Test
  void refusesACriterionOfTheWrongType() {
    assertRefused(ID + REST + criteria("<effectiveDate><from>yesterday</from></effectiveDate>"));
  }

  @Test
  void refusesAFieldThatIsNotSearchable() {
    assertRefused(ID + REST + criteria("<fullName><value>王小明</value></fullName>"));
  }

  @Test
  void refusesAPageOfMoreThan10000Rows() {
    assertRefused(ID + REST + "<page><size>10001</size></page>");
  }

  @Test
  void takesAListOfFields() {
    assertTaken(ID + REST + "<fields><field>idNo</field><field>fullName</field></fields>");
  }

  private static final String ID = "<requestId>1</requestId>";
  private static final String REST =
      "<applicationNo>APSQ11500001</applicationNo><purpose>人事資料查核</purpose>";

  private static String criteria(String content) {
    return "<criteria>" + content + "</criteria>";
  }

  private void assertRefused(String content) {
    assertThatThrownBy(() -> validate(request(content))).isInstanceOf(SAXException.class);
  }

  private void assertTaken(String content) {
    assertThatCode(() -> validate(request(content))).doesNotThrowAnyException();
  }

  private static String request(String content) {
    return "<e><b><SQ_TA_001Request xmlns=\"%s\">%s</SQ_TA_001Request></b></e>"
        .formatted(Contract.NAMESPACE, content);
  }

  /** Validates what stands in the Body of the envelope. */
  private void validate(String envelope) throws Exception {
    NodeList found = parse(envelope).getElementsByTagNameNS(Contract.NAMESPACE, "*");
    contract.schema().newValidator().validate(new DOMSource(found.item(0)));
  }

  private static List<String> names(String wsdl, String parent, String child) throws Exception {
    Node element = parse(wsdl).getElementsByTagNameNS(Markup.WSDL, parent).item(0);
    List<String> names = new ArrayList<>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && e.getLocalName().equals(child)) {
        names.add(e.getAttribute("name"));
      }
    }
    return names;
  }

  static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static ExchangeService encrypting(ExchangeService service) {
    return new ExchangeService(
        service.code(),
        service.version(),
        service.name(),
        service.nameEn(),
        service.category(),
        service.description(),
        service.descriptionEn(),
        service.status(),
        service.notice(),
        service.table(),
        service.fields(),
        service.requiredCriteria(),
        service.keepRequest(),
        true);
  }

  private static ExchangeService closed(ExchangeService service) {
    return new ExchangeService(
        service.code(),
        service.version(),
        service.name(),
        service.nameEn(),
        service.category(),
        service.description(),
        service.descriptionEn(),
        ServiceStatus.CLOSED,
        "維護中",
        service.table(),
        service.fields(),
        service.requiredCriteria(),
        service.keepRequest(),
        service.encryptAnswer());
  }
}
