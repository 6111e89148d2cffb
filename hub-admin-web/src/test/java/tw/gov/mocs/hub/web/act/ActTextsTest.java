package tw.gov.mocs.hub.web.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import tw.gov.mocs.hub.audit.AuditAction;

/** Whatever is logged is said by one feature, in both languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActTextsTest {

  private static final String WEB = "tw.gov.mocs.hub.web";

  private final AnnotationConfigApplicationContext portal =
      new AnnotationConfigApplicationContext();

  @BeforeAll
  void start() throws IOException {
    MessageSource messages = PortalTexts.messages();
    portal.registerBean("messageSource", MessageSource.class, () -> messages);
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(portal, false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ActWords.class));
    scanner.addIncludeFilter(
        new RegexPatternTypeFilter(
            Pattern.compile(".*\\.(ActTexts|LoggedWords|RocFormat|RegistryTexts|FindingTexts)")));
    scanner.scan(WEB);
    portal.refresh();
  }

  @AfterAll
  void end() {
    portal.close();
  }

  @ParameterizedTest
  @EnumSource
  void isSaidByOneFeatureAlone(AuditAction action) {
    assertThat(portal.getBeansOfType(ActWords.class).values())
        .filteredOn(words -> words.knows(action))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AGENCY_SUSPENDED | in use | 使用中 | In use",
        "APPLICATION_SUBMITTED | PENDING | 待審核 | Waiting for review",
        "SERVICE_OPENED | CLOSED | 關閉 | Closed",
        "CONTENT_PUBLISHED | published: false | 已發布：否 | Published: no",
        "INCIDENT_CLOSED | CLOSED | 已結案 | Closed",
        "LOGGED_IN | AUDITOR | 稽核人員 | Auditor"
      })
  void saysItByTheFeatureOfTheAct(String action, String logged, String chinese, String english) {
    ActTexts texts = texts();
    assertThat(texts.state(action, logged, Locale.TRADITIONAL_CHINESE)).isEqualTo(chinese);
    assertThat(texts.state(action, logged, Locale.ENGLISH)).isEqualTo(english);
  }

  @Test
  void namesTheHubItself() {
    assertThat(texts().actor("hub", Locale.TRADITIONAL_CHINESE)).isEqualTo("系統");
    assertThat(texts().actor("demo-admin", Locale.ENGLISH)).isEqualTo("demo-admin");
  }

  @Test
  void saysWhyInWordsWhereTheHubItselfSaidIt() {
    assertThat(texts().reason("TABLE_IMPORTED", "initial catalogue", Locale.ENGLISH))
        .isEqualTo("Initial catalogue");
    assertThat(texts().reason("GRANT_REVOKED", "initial catalogue", Locale.ENGLISH))
        .isEqualTo("initial catalogue");
  }

  @Test
  void saysNothingOfNothing() {
    assertThat(texts().state("INCIDENT_CLOSED", null, Locale.ENGLISH)).isEmpty();
    assertThat(texts().reason("INCIDENT_CLOSED", null, Locale.ENGLISH)).isEmpty();
  }

  @Test
  void leavesAnActOfAnotherReleaseAsItIs() {
    assertThat(texts().action("AGENCY_MERGED", Locale.ENGLISH)).isEqualTo("AGENCY_MERGED");
    assertThat(texts().state("AGENCY_MERGED", "CLOSED", Locale.ENGLISH)).isEqualTo("CLOSED");
  }

  private ActTexts texts() {
    return portal.getBean(ActTexts.class);
  }
}
