package tw.gov.mocs.hub.ws;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tw.gov.mocs.hub.exchange.Backlogs;
import tw.gov.mocs.hub.shared.KeyFiles;

/** The endpoint and its web server, whatever {@link Hub} stands behind. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WsSettings.class)
class EndpointConfiguration {

  @Bean
  CallerAddress callerAddress(WsSettings settings) {
    return new CallerAddress(settings.trustedProxies());
  }

  @Bean
  JettyServletWebServerFactory soapServer(
      WsSettings settings,
      CallerAddress addresses,
      Hub hub,
      SpoolFolder spools,
      ObjectProvider<Backlogs> backlogs) {
    BusyFault busy = new BusyFault(hub, addresses, spools);
    return new SoapServer(settings, addresses, busy, backlogs.getIfAvailable()).factory();
  }

  @Bean
  ServletRegistrationBean<ExchangeServlet> exchangeServlet(
      WsSettings settings,
      SoapEndpoint endpoint,
      Supplier<Publication> publications,
      Refusals refusals,
      CallerAddress addresses) {
    ExchangeServlet servlet =
        new ExchangeServlet(endpoint.bus(), settings.path(), publications, refusals, addresses);
    // Else whatever is no GET is told by Jetty that its method is not allowed there.
    ServletRegistrationBean<ExchangeServlet> registration =
        new ServletRegistrationBean<>(servlet, settings.path() + "/*", "/");
    registration.setLoadOnStartup(1);
    return registration;
  }

  @Bean
  SpoolFolder spoolFolder(WsSettings settings) {
    return new SpoolFolder(settings.spoolFolder(), settings.spool());
  }

  @Bean
  AnswerSender answerSender(WsSettings settings, Clock clock) {
    return new AnswerSender(
        new AnswerSigner(
            KeyFiles.certificates(settings.signingCertificate()).get(0),
            KeyFiles.privateKey(settings.signingKey()),
            clock));
  }

  @Bean
  Refusals refusals(Hub hub, SpoolFolder spools, AnswerSender sender) {
    return new Refusals(hub, spools, sender);
  }

  @Bean
  CallReader callReader(
      WsSettings settings, Hub hub, Clock clock, Supplier<Publication> publications) {
    return new CallReader(settings, hub, clock, publications);
  }

  @Bean
  ExchangeProvider exchangeProvider(
      Hub hub, SpoolFolder spools, Supplier<Publication> publications) {
    return new ExchangeProvider(hub, spools, publications);
  }

  @Bean(destroyMethod = "close")
  SoapEndpoint soapEndpoint(
      ExchangeProvider provider,
      CallReader reader,
      CallerAddress addresses,
      Clock clock,
      AnswerSender sender,
      Refusals refusals) {
    return new SoapEndpoint(
        provider,
        new CallInterceptor(reader, addresses, clock),
        new AnswerInterceptor(sender),
        new FaultInterceptor(refusals));
  }
}
