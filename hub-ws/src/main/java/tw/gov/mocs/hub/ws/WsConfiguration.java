package tw.gov.mocs.hub.ws;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.exchange.Exchange;
import tw.gov.mocs.hub.trust.CertificateVerifier;

/** The role {@code ws}: the SOAP endpoint as one web server, with the core behind it. */
@Configuration(proxyBeanMethods = false)
@Import(EndpointConfiguration.class)
public class WsConfiguration {

  @Bean
  Hub hub(CertificateVerifier verifier, Agencies agencies, Exchange exchange, AuditLog log) {
    return new CoreHub(verifier, agencies, exchange, log);
  }

  @Bean
  Publications publications(Catalogue catalogue, WsSettings settings) {
    return new Publications(catalogue, settings.address());
  }
}
