package tw.gov.mocs.hub.web.login;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.OracleJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.database.DatabaseSettings;
import tw.gov.mocs.hub.database.Dialect;
import tw.gov.mocs.hub.web.WebSettings;

/** Sessions in the database, so that every node of the portal knows them. */
@Configuration
@EnableSpringHttpSession
class SessionConfiguration {

  /** What a session may hold; whoever writes the database must not choose what is made of it. */
  private static final ObjectInputFilter KNOWN =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=20;maxbytes=200000;java.lang.*;java.util.*;java.time.*;"
              + "tw.gov.mocs.hub.web.login.*;tw.gov.mocs.hub.agency.Role;"
              + "tw.gov.mocs.hub.web.certificate.ProposalDraft;"
              + "tw.gov.mocs.hub.web.audit.PersonInquiry;"
              + "tw.gov.mocs.hub.web.posted.KeptAnswer;"
              + "tw.gov.mocs.hub.agency.CertificateChallenge$Kind;"
              + "tw.gov.mocs.hub.trust.CertificateUse;"
              + "org.springframework.security.**;!*");

  @Bean
  JdbcIndexedSessionRepository sessionRepository(
      @Qualifier("hubDataSource") DataSource hub,
      PlatformTransactionManager transactions,
      DatabaseSettings database,
      WebSettings settings) {
    TransactionTemplate own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    JdbcIndexedSessionRepository sessions =
        new JdbcIndexedSessionRepository(new JdbcTemplate(hub), own);
    sessions.setTableName("portal_session");
    sessions.setDefaultMaxInactiveInterval(settings.sessionIdle());
    sessions.setConversionService(conversion());
    switch (Dialect.of(database.url())) {
      case POSTGRESQL -> new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
      case ORACLE -> new OracleJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
      case H2 -> {
        // One process has it: two requests of one session seldom add the same attribute at once.
      }
    }
    return sessions;
  }

  @Bean
  CookieSerializer cookieSerializer() {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    // The browser takes a cookie of this prefix from this host only, and only by TLS.
    cookie.setCookieName("__Host-session");
    cookie.setCookiePath("/");
    cookie.setUseSecureCookie(true);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    return cookie;
  }

  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(
      SessionRepositoryFilter<?> sessions) {
    FilterRegistrationBean<SessionRepositoryFilter<?>> filter =
        new FilterRegistrationBean<>(sessions);
    filter.setOrder(FilterOrder.SESSIONS);
    filter.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    return filter;
  }

  private static GenericConversionService conversion() {
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
    conversion.addConverter(
        byte[].class,
        Object.class,
        new DeserializingConverter(
            in -> {
              ObjectInputStream objects = new ObjectInputStream(in);
              objects.setObjectInputFilter(KNOWN);
              try {
                return objects.readObject();
              } catch (ClassNotFoundException e) {
                throw new IOException("the session holds an unknown type", e);
              }
            }));
    return conversion;
  }
}
