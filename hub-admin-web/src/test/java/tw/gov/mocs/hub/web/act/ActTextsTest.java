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
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.SubjectKind;
import tw.gov.mocs.hub.database.TestDatabase;

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
    Agencies agencies = TestCore.shared(TestDatabase.H2).getBean(Agencies.class);
    portal.registerBean("agencies", Agencies.class, () -> agencies);
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(portal, false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ActWords.class));
    scanner.addIncludeFilter(
        new RegexPatternTypeFilter(
            Pattern.compile(
                ".*\\.(ActTexts|LoggedWords|SubjectWords|RocFormat|TypeNames|Names"
                    + "|RegistryTexts|ServiceTexts|FindingTexts)")));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calls | 呼叫紀錄稽核 | Audit of calls",
        "portal | 入口網 | Portal",
        "record 01M8XYZ | 單筆紀錄 01M8XYZ | Record 01M8XYZ",
        "incident 00000001 | 錯誤回報 00000001 | Incident 00000001",
        "page TERMS_OF_USE | 網站文字 管理規範 | Text of the site Terms of use",
        "announcement 17 | 最新公告 17 | Announcement 17",
        "setting hub.contact.mail | 系統參數 聯絡電子郵件（hub.contact.mail） |"
            + " Setting Contact e-mail (hub.contact.mail)",
        "log rows 366 | 稽核紀錄列數 366 | Log rows 366",
        "APSQ11500001 | APSQ11500001 | APSQ11500001",
        "SQ_TA_001 | SQ_TA_001 | SQ_TA_001",
        "POST.title | POST.title | POST.title"
      })
  void saysOnWhatItWas(String logged, String chinese, String english) {
    assertThat(texts().subject(logged, Locale.TRADITIONAL_CHINESE)).isEqualTo(chinese);
    assertThat(texts().subject(logged, Locale.ENGLISH)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "INCIDENT, 1, incident 00000001",
    "INCIDENT, '', 'incident '",
    "WEB_SERVICE, 115, APSQ115",
    "WEB_SERVICE, APSQ115, APSQ115",
    "SETTING, hub.contact, setting hub.contact",
    "USAGE, '', usage"
  })
  void findsAKindByItsNumber(SubjectKind kind, String typed, String begin) {
    assertThat(kind.logged(typed)).isEqualTo(begin);
  }

  @Test
  void namesAnOperator() {
    assertThat(texts().actor("operator:demo", Locale.TRADITIONAL_CHINESE)).isEqualTo("操作員 demo");
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
