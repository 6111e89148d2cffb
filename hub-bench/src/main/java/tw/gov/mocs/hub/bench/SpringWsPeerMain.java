package tw.gov.mocs.hub.bench;

import java.io.StringReader;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.CryptoFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.ws.server.EndpointInterceptor;
import org.springframework.ws.server.EndpointMapping;
import org.springframework.ws.server.endpoint.PayloadEndpoint;
import org.springframework.ws.server.endpoint.mapping.PayloadRootQNameEndpointMapping;
import org.springframework.ws.soap.security.wss4j2.Wss4jSecurityInterceptor;
import org.springframework.ws.transport.http.MessageDispatcherServlet;

/** Spring-WS with WSS4J as its documentation sets it up. */
final class SpringWsPeerMain {

  private SpringWsPeerMain() {}

  /**
   * @param arguments the PKCS#12 store
   */
  public static void main(String[] arguments) throws Exception {
    Peer.quiet();
    Rsa.install();
    AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("peer", Map.of("store", arguments[0])));
    context.register(Beans.class);
    Peer.serve(new MessageDispatcherServlet(context));
  }

  /** The endpoint and what guards it. */
  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    Crypto crypto(Environment environment) throws Exception {
      return CryptoFactory.getInstance(
          Peer.merlin(environment.getRequiredProperty("store")), Peer.class.getClassLoader(), null);
    }

    @Bean
    Wss4jSecurityInterceptor security(Crypto crypto) {
      Wss4jSecurityInterceptor security = new Wss4jSecurityInterceptor();
      security.setValidationActions("Timestamp Signature");
      security.setValidationSignatureCrypto(crypto);
      security.setSecurementActions("Timestamp Signature");
      security.setSecurementUsername(PeerPki.ALIAS);
      security.setSecurementPassword(PeerPki.PASSWORD);
      security.setSecurementSignatureCrypto(crypto);
      security.setSecurementSignatureKeyIdentifier("DirectReference");
      security.setSecurementSignatureAlgorithm(SignedCalls.RSA);
      security.setSecurementSignatureDigestAlgorithm(SignedCalls.SHA256);
      security.setSecurementSignatureParts(Peer.SIGNED_PARTS);
      return security;
    }

    @Bean
    EndpointMapping mapping(Wss4jSecurityInterceptor security) {
      PayloadRootQNameEndpointMapping mapping = new PayloadRootQNameEndpointMapping();
      String request = new QName(SignedCalls.EXCHANGE, "SQ_TA_001Request").toString();
      mapping.setEndpointMap(Map.of(request, new FixedAnswer()));
      mapping.setInterceptors(new EndpointInterceptor[] {security});
      return mapping;
    }
  }

  /** Answers every call alike. */
  private static final class FixedAnswer implements PayloadEndpoint {

    @Override
    public Source invoke(@Nullable Source request) {
      return new StreamSource(new StringReader(PeerAnswer.XML));
    }
  }
}
