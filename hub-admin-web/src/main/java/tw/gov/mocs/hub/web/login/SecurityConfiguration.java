package tw.gov.mocs.hub.web.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import tw.gov.mocs.hub.agency.Role;

/** Who may see which page, and that a form was sent by a page of ours. */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {

  /** What everybody may see. */
  private static final String[] PUBLIC = {
    "/",
    "/login",
    "/login/refused",
    "/login/ended",
    "/login/logged-out",
    "/news/**",
    "/services/**",
    "/install",
    "/faq/**",
    "/downloads/**",
    "/search",
    "/site-map",
    "/checkpoints/**",
    "/sandbox/**",
    "/static/**",
    "/favicon.ico"
  };

  /** What an agency does. */
  private static final String[] AGENCY = {
    "/apply/**",
    "/certificates/**",
    "/calls/**",
    "/incidents/new/**",
    "/incidents/*/remark",
    "/progress/*/file",
    "/progress/*/file/**",
    "/handshake/**"
  };

  /** What auditors may read of reviews and grants; the forms beside them are the reviewers'. */
  private static final String[] REVIEWED = {
    "/admin/reviews",
    "/admin/reviews/*",
    "/admin/reviews/*/decision.*",
    "/admin/reviews/*/letter/file",
    "/admin/grants",
    "/admin/grants/*"
  };

  private static final String[] MINISTRY = {
    Role.ADMINISTRATOR.name(), Role.REVIEWER.name(), Role.AUDITOR.name()
  };

  /** What all of the ministry may read. */
  private static final String[] OF_ALL = {
    "/admin", "/admin/overview/*", "/admin/deliveries", "/admin/deliveries/*"
  };

  /** What all of the ministry may read of services. */
  private static final String[] SERVICES = {
    "/admin/services", "/admin/services/of/*", "/admin/services/of/*/contract"
  };

  /** Whom the ministry knows and trusts, what it tells, and what can be exchanged. */
  private static final String[] OF_ADMINISTRATORS = {
    "/admin/agencies/**",
    "/admin/certificates/**",
    "/admin/trust/**",
    "/admin/accounts/**",
    "/admin/tables/**",
    "/admin/codes/**",
    "/admin/services/**",
    "/admin/content/**",
    "/admin/incidents/**",
    "/admin/notices/**",
    "/admin/settings/**",
    "/admin/jobs"
  };

  @Bean
  SecurityFilterChain portalSecurity(HttpSecurity http, LoginLog log, EndOfLogin end) {
    return http.authorizeHttpRequests(
            pages ->
                pages
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(PUBLIC)
                    .permitAll()
                    .requestMatchers(AGENCY)
                    .hasRole(Role.AGENCY_USER.name())
                    .requestMatchers("/incidents/**")
                    .hasAnyRole(Role.AGENCY_USER.name(), Role.ADMINISTRATOR.name())
                    .requestMatchers("/progress/*/evidence*.zip", "/progress/*/files/**")
                    .hasAnyRole(Role.AGENCY_USER.name(), Role.REVIEWER.name(), Role.AUDITOR.name())
                    .requestMatchers(HttpMethod.GET, REVIEWED)
                    .hasAnyRole(Role.REVIEWER.name(), Role.AUDITOR.name())
                    .requestMatchers("/admin/reviews/**", "/admin/grants/**")
                    .hasRole(Role.REVIEWER.name())
                    .requestMatchers("/admin/audit/**")
                    .hasRole(Role.AUDITOR.name())
                    .requestMatchers(HttpMethod.GET, SERVICES)
                    .hasAnyRole(MINISTRY)
                    .requestMatchers(OF_ADMINISTRATORS)
                    .hasRole(Role.ADMINISTRATOR.name())
                    .requestMatchers(HttpMethod.GET, OF_ALL)
                    .hasAnyRole(MINISTRY)
                    .requestMatchers("/admin/deliveries/**")
                    .hasAnyRole(Role.ADMINISTRATOR.name(), Role.REVIEWER.name())
                    .requestMatchers("/admin/**")
                    .denyAll()
                    .requestMatchers("/progress/**", "/login/extend")
                    .authenticated()
                    // Whether a page exists is not told by asking for a login.
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (request, response, e) -> toLogin(end, request, response))
                    .accessDeniedHandler((request, response, e) -> denied(end, request, response)))
        // Programs of strangers ask for test certificates; no login gives more of them.
        .csrf(csrf -> csrf.ignoringRequestMatchers("/sandbox"))
        .logout(
            logout ->
                logout
                    .logoutUrl("/logout")
                    .addLogoutHandler(
                        (request, response, login) -> {
                          if (login != null && login.getPrincipal() instanceof CardHolder holder) {
                            log.loggedOut(holder, request);
                          }
                        })
                    .logoutSuccessUrl(LoginPage.LOGGED_OUT))
        // SecurityHeaders sets them for what never comes here, too.
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(RequestCacheConfigurer::disable)
        .anonymous(Customizer.withDefaults())
        .build();
  }

  @Bean
  DelegatingFilterProxyRegistrationBean securityFilter() {
    DelegatingFilterProxyRegistrationBean filter =
        new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    filter.setOrder(FilterOrder.SECURITY);
    filter.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    return filter;
  }

  /** The login page, and after it the page that was asked for or that the form stands on. */
  private static void toLogin(
      EndOfLogin end, HttpServletRequest request, HttpServletResponse response) {
    boolean read = request.getMethod().equals("GET");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        HttpHeaders.LOCATION, read ? EndOfLogin.login(request) : end.address(request));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** A form without its token is most often one whose login has ended meanwhile. */
  private static void denied(
      EndOfLogin end, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (LoginSession.holder().isEmpty()) {
      toLogin(end, request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
