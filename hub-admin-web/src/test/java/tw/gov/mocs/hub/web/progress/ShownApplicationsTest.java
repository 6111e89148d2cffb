package tw.gov.mocs.hub.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.login.CardHolder;

class ShownApplicationsTest {

  private final ApplicationContext core = TestCore.shared(TestDatabase.H2);
  private final Ministry ministry = new Ministry(core);
  private final String number = ministry.pending().name();
  private final ShownApplications shown =
      new ShownApplications(
          core.getBean(Applications.class),
          core.getBean(AuditLog.class),
          core.getBean(TransactionTemplate.class),
          CallerAddress.behind(peer -> false));

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMINISTRATOR", "REVIEWER", "AUDITOR"})
  void recordsWhatTheMinistryLooksAt(Role role) {
    logIn(role, null);
    shown.look(number, "form.pdf", new MockHttpServletRequest());
    assertThat(LoggedActs.of(core, "action", number)).contains("APPLICATION_SEEN");
    assertThat(LoggedActs.of(core, "state_after", number)).contains("form.pdf");
  }

  @Test
  void recordsNoListAndNotWhatAnAgencySeesOfItsOwn() {
    logIn(Role.REVIEWER, null);
    shown.search(ApplicationSearch.all(null, 1, 10));
    logIn(Role.AGENCY_USER, ministry.agency.id());
    shown.look(number, "details", new MockHttpServletRequest());
    assertThat(LoggedActs.of(core, "action", number)).containsExactly("APPLICATION_SUBMITTED");
  }

  private static void logIn(Role role, @Nullable Long agencyId) {
    CardHolder holder =
        new CardHolder("somebody", "somebody", role, agencyId, "0a".repeat(32), null, List.of());
    SecurityContextHolder.setContext(
        new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(holder, "", List.of())));
  }
}
