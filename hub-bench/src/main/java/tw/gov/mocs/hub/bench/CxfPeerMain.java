package tw.gov.mocs.hub.bench;

import jakarta.xml.ws.Endpoint;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** Apache CXF with WSS4J as its documentation sets it up: SAAJ and DOM, in and out. */
final class CxfPeerMain {

  private CxfPeerMain() {}

  /**
   * @param arguments the PKCS#12 store
   */
  public static void main(String[] arguments) throws Exception {
    Peer.quiet();
    Rsa.install();
    Bus bus = BusFactory.newInstance().createBus();
    BusFactory.setDefaultBus(bus);
    EndpointImpl endpoint = (EndpointImpl) Endpoint.create(new FixedAnswer());
    Map<String, Object> settings = settings(Peer.merlin(arguments[0]));
    endpoint.getInInterceptors().add(new WSS4JInInterceptor(new HashMap<>(settings)));
    endpoint.getOutInterceptors().add(new WSS4JOutInterceptor(new HashMap<>(settings)));
    endpoint.publish(Peer.PATH);
    CXFNonSpringServlet servlet = new CXFNonSpringServlet();
    servlet.setBus(bus);
    Peer.serve(servlet);
  }

  private static Map<String, Object> settings(Properties store) {
    CallbackHandler password =
        callbacks -> ((WSPasswordCallback) callbacks[0]).setPassword(PeerPki.PASSWORD);
    return Map.of(
        ConfigurationConstants.ACTION,
        "Timestamp Signature",
        ConfigurationConstants.USER,
        PeerPki.ALIAS,
        ConfigurationConstants.PW_CALLBACK_REF,
        password,
        ConfigurationConstants.SIG_PROP_REF_ID,
        "store",
        "store",
        store,
        ConfigurationConstants.SIG_KEY_ID,
        "DirectReference",
        ConfigurationConstants.SIG_ALGO,
        SignedCalls.RSA,
        ConfigurationConstants.SIG_DIGEST_ALGO,
        SignedCalls.SHA256,
        ConfigurationConstants.SIGNATURE_PARTS,
        Peer.SIGNED_PARTS);
  }

  /** Answers every call alike. */
  @WebServiceProvider
  @ServiceMode(Service.Mode.PAYLOAD)
  static final class FixedAnswer implements Provider<Source> {

    @Override
    public Source invoke(Source request) {
      return new StreamSource(new StringReader(PeerAnswer.XML));
    }
  }
}
