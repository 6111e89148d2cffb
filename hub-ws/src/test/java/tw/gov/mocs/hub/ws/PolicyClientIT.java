package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.wss4j.common.crypto.Merlin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.catalogue.Contract;

/** A client of CXF, driven by the policy of a contract in which one answer is encrypted. */
class PolicyClientIT {

  private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final String RSA_OAEP = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
  private static final String CUSTOM =
      "<CustomAlgorithmSuite xmlns=\"http://cxf.apache.org/custom/security-policy\"/>";
  private static RunningHub hub;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void start() {
    hub = RunningHub.start();
    hub.ministry.encryptAnswersOf("SQ_TA_001");
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String contract() throws Exception {
    HttpRequest get = HttpRequest.newBuilder(URI.create(hub.https + "?wsdl")).build();
    return hub.client.send(get, HttpResponse.BodyHandlers.ofString()).body();
  }

  private String call(String operation, String contract) throws Exception {
    Path wsdl = Files.writeString(folder.resolve("exchange.wsdl"), contract);
    Service service =
        Service.create(wsdl.toUri().toURL(), new QName(Names.EXCHANGE, Contract.SERVICE));
    Dispatch<Source> dispatch =
        service.createDispatch(
            new QName(Names.EXCHANGE, "ExchangeSoap11"), Source.class, Service.Mode.PAYLOAD);
    Client client = ((DispatchImpl<Source>) dispatch).getClient();
    TLSClientParameters tls = new TLSClientParameters();
    tls.setSSLSocketFactory(RunningHub.trusting().getSocketFactory());
    ((HTTPConduit) client.getConduit()).setTlsClientParameters(tls);
    Map<String, Object> context = dispatch.getRequestContext();
    context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, hub.https.toString());
    context.put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
    context.put(BindingProvider.SOAPACTION_URI_PROPERTY, Contract.soapAction(operation));
    context.put("find.dispatch.operation", true);
    context.put(SecurityConstants.SIGNATURE_CRYPTO, keys());
    context.put(SecurityConstants.SIGNATURE_USERNAME, Identity.ALIAS);
    context.put(SecurityConstants.ENCRYPT_CRYPTO, Reply.trusting(Identity.HUB));
    context.put(SecurityConstants.CALLBACK_HANDLER, (CallbackHandler) Reply::password);
    context.put("ws-security.asymmetric.signature.algorithm", RSA_SHA256);
    context.put("ws-security.custom.alg.suite.asymmetric.key.encryption.algorithm", RSA_OAEP);
    Source answer =
        dispatch.invoke(new StreamSource(new StringReader(RequestXml.of(operation).xml())));
    StringWriter text = new StringWriter();
    TransformerFactory.newDefaultInstance()
        .newTransformer()
        .transform(answer, new StreamResult(text));
    return text.toString();
  }

  /** CXF looks for the key that decrypts in the store of the key that signs. */
  private static Merlin keys() throws Exception {
    Merlin crypto = Identity.AGENCY.crypto();
    Identity recipient = Identity.ENCRYPTING;
    crypto
        .getKeyStore()
        .setKeyEntry(
            "encryption",
            recipient.key(),
            Identity.PASSWORD,
            recipient.chain().toArray(Certificate[]::new));
    return crypto;
  }

  @Test
  void callsAServiceWhoseAnswerIsNotEncrypted() throws Exception {
    assertThat(call("SQ_TA_002", contract())).contains("<row>");
  }

  /** No suite of the standard knows AES-GCM: the client reads a copy that names none. */
  @Test
  void callsAServiceWhoseAnswerIsEncrypted() throws Exception {
    assertThat(call("SQ_TA_001", contract().replace("<sp:Basic256Sha256/>", CUSTOM)))
        .contains("<row>");
  }
}
