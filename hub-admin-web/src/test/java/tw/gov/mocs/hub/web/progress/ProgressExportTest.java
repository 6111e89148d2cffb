package tw.gov.mocs.hub.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.sheet.ListFiles;

class ProgressExportTest {

  private final ApplicationContext core = TestCore.shared(TestDatabase.H2);
  private final Ministry ministry = new Ministry(core);

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void holdsNothingThatIsSubmittedWhileItIsMade() throws Exception {
    Instant begun = Instant.now();
    String number = ministry.pending().name();
    assertThat(exported(begun)).doesNotContain(number);
    assertThat(exported(Instant.now().plusSeconds(1))).contains(number);
  }

  private String exported(Instant now) throws Exception {
    CardHolder holder =
        new CardHolder(
            "A", "A", Role.AGENCY_USER, ministry.agency.id(), "0a".repeat(32), null, List.of());
    SecurityContextHolder.setContext(
        new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(holder, "", List.of())));
    ShownApplications shown =
        new ShownApplications(
            core.getBean(Applications.class),
            core.getBean(AuditLog.class),
            core.getBean(TransactionTemplate.class),
            CallerAddress.behind(peer -> false));
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames(
        "tw.gov.mocs.hub.web.progress.messages", "tw.gov.mocs.hub.web.answer.messages");
    messages.setDefaultEncoding("UTF-8");
    MockHttpServletResponse response = new MockHttpServletResponse();
    ListFiles files = new ListFiles(messages, Clock.fixed(now, ZoneOffset.UTC));
    new ProgressExport(shown, core.getBean(Catalogue.class), messages, files)
        .export("csv", new MockHttpServletRequest(), response);
    return response.getContentAsString();
  }
}
