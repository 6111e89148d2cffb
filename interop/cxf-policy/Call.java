import exchange.Exchange;
import exchange.HubFaultMessage;
import exchange.PersonnelDataExchange;
import exchange.SQTA001Request;
import exchange.Text10Values;
import jakarta.xml.ws.BindingProvider;
import java.io.Reader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * Calls the hub through the classes that wsdl2java made. The client names its keys, whom it trusts and
 * its algorithm; what is signed, and what must be signed in the answer, is said by the policy in the
 * WSDL alone.
 */
final class Call {

  private static final String MERLIN = "org.apache.wss4j.crypto.merlin.";
  private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  private final Properties demo;
  private final Exchange hub;

  private Call(Properties demo, String trusted) throws Exception {
    this.demo = demo;
    this.hub = new PersonnelDataExchange(new URL(demo.getProperty("soap.wsdl"))).getExchangeSoap11();
    Map<String, Object> context = ((BindingProvider) hub).getRequestContext();
    String agency = Path.of(demo.getProperty("pki.dir"), "agency-a.p12").toString();
    context.put("security.signature.properties", store("keystore", agency));
    context.put("security.signature.username", "agency-a");
    context.put("security.signature.password", "changeit");
    context.put("security.encryption.properties", store("truststore", trusted));
    context.put("security.encryption.username", "hub");
    // No suite of WS-SecurityPolicy means RSA-SHA256; unless told, CXF would sign with RSA-SHA1.
    context.put("ws-security.asymmetric.signature.algorithm", RSA_SHA256);
  }

  /** Arguments: the file that tells of the demo, and the key store with the hub's certificate. */
  public static void main(String[] arguments) throws Exception {
    Properties demo = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
      demo.load(file);
    }
    new Call(demo, arguments[1]).answer();
    new Call(demo, arguments[1]).fault();
  }

  private void answer() throws Exception {
    int rows = hub.sqTA001(request(demo.getProperty("application.agency-a"))).getRow().size();
    require(rows > 0, "no rows");
    System.out.println("OK answer " + rows);
  }

  private void fault() {
    try {
      hub.sqTA001(request("APSQ10199999"));
      throw new IllegalStateException("the fault did not come");
    } catch (HubFaultMessage fault) {
      // CXF would take a fault without any signature: ask that one was verified.
      Object verified = ((BindingProvider) hub).getResponseContext().get("RECV_RESULTS");
      require(verified instanceof List<?> all && !all.isEmpty(), "the fault is not signed");
      System.out.println("OK fault " + fault.getFaultInfo().getCode());
    }
  }

  private SQTA001Request request(String application) {
    SQTA001Request request = new SQTA001Request();
    request.setRequestId(UUID.randomUUID().toString());
    request.setApplicationNo(application);
    request.setPurpose("interop CXF");
    request.setCriteria(new SQTA001Request.Criteria());
    request.getCriteria().setIdNo(new Text10Values());
    request.getCriteria().getIdNo().getValue().add(demo.getProperty("sample.idNo"));
    return request;
  }

  private static Properties store(String kind, String file) {
    Properties store = new Properties();
    store.put("org.apache.wss4j.crypto.provider", "org.apache.wss4j.common.crypto.Merlin");
    store.put(MERLIN + kind + ".type", "PKCS12");
    store.put(MERLIN + kind + ".file", file);
    store.put(MERLIN + kind + ".password", "changeit");
    return store;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
