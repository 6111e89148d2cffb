package tw.gov.mocs.hub.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.TestPki;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.application.Zips;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.exchange.ExchangeSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What stands in an integration module, and who gets none. */
class IntegrationModulesTest {

  private static final ApplicationNumber NEVER = new ApplicationNumber("APSQ11509999");

  private static final Actor SOMEBODY = new Actor("somebody", null, null);

  private final ApplicationContext core = TestCore.shared(TestDatabase.H2);
  private final Ministry ministry = new Ministry(core);
  private final Map<String, String> pki = TestPki.shared().signing();
  private final Path certificate = Path.of(pki.get("hub.receipt.certificate"));

  @Test
  void holdsGrantedServicesAndFieldsOnly() {
    Map<String, String> files = texts(module(certificate, null));
    assertThat(files)
        .containsKeys("contract/samples/SQ_COM_01-request.xml", "contract/exchange-no-policy.wsdl")
        .doesNotContainKey("contract/samples/SQ_PA_001-request.xml");
    assertThat(files.get("grant.conf"))
        .contains("services = SQ_COM_01\n", "SQ_COM_01.returned = codeType codeName\n")
        .contains("SQ_COM_01.searchable = codeType\n");
    for (String file : new String[] {"README.md", "README.en.md", "contract/exchange.xsd"}) {
      assertThat(files.get(file)).contains("codeName").doesNotContain("parentCode", "SQ_PA_001");
    }
  }

  @Test
  void namesAddressApplicationAndCertificatesInBothLanguages() {
    Map<String, String> files = texts(module(certificate, certificate));
    for (String file : new String[] {"README.md", "README.en.md"}) {
      assertThat(files.get(file))
          .contains("https://hub.example/exchange", "CN=Hub", "SQ_COM_01 --criterion codeType=")
          .doesNotContainPattern("\\{[a-zA-Z]+}");
    }
    assertThat(files.get("connection.conf")).contains("endpoint = https://hub.example/exchange\n");
    assertThat(files.get("certificates/hub-signing.pem")).contains("BEGIN CERTIFICATE");
  }

  @Test
  void holdsNoKeyThoughTheFileOfTheCertificateDoes(@TempDir Path folder) throws IOException {
    Path both = folder.resolve("both.pem");
    Files.writeString(
        both,
        Files.readString(certificate) + Files.readString(Path.of(pki.get("hub.receipt.key"))));
    assertThat(texts(module(both, both)).values())
        .noneMatch(Pattern.compile("-{5}BEGIN [A-Z ]*KEY").asPredicate());
  }

  @Test
  void isTheSameForTheSameGrant() {
    ApplicationNumber number = granted();
    assertThat(zip(modules(certificate, null).give(number, SOMEBODY)))
        .isEqualTo(zip(modules(certificate, null).give(number, SOMEBODY)));
  }

  @Test
  void isRecordedAndCounted() {
    ApplicationNumber number = granted();
    IntegrationModules modules = modules(certificate, null);
    assertThat(modules.given(number)).isZero();
    modules.give(number, SOMEBODY);
    modules.give(number, SOMEBODY);
    assertThat(LoggedActs.of(core, number.value())).contains("INTEGRATION_MODULE_GIVEN");
    assertThat(modules.given(number)).isEqualTo(2);
  }

  @Test
  void isNotGivenOnceTheGrantIsSuspended() {
    ApplicationNumber number = granted();
    core.getBean(GrantControl.class).suspend(number, 1, "查核", new Actor("admin", null, null));
    says("授權已暫停", number);
  }

  @Test
  void saysThatAnApplicationStillWaits() {
    says("申請案尚未審核", Ministry.number(ministry.pending()));
  }

  @Test
  void isNotGivenForANumberThatNeverWas() {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> modules(certificate, null).give(NEVER, SOMEBODY))
        .returns(ErrorCode.NOT_FOUND, HubException::code);
  }

  @Test
  void isNotMadeWhereTheCertificateIsNotKnown() {
    ApplicationNumber number = granted();
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> modules(null, null).give(number, SOMEBODY))
        .returns(ErrorCode.SETTINGS_INVALID, HubException::code);
    assertThat(LoggedActs.of(core, number.value())).doesNotContain("INTEGRATION_MODULE_GIVEN");
  }

  /** In both languages. */
  private void says(String why, ApplicationNumber number) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> modules(certificate, null).give(number, SOMEBODY))
        .returns(ErrorCode.STATE_CONFLICT, HubException::code)
        .returns(List.of(why), HubException::told)
        .satisfies(
            refusal ->
                assertThat(refusal.code().message(Locale.ENGLISH, refusal.told()))
                    .doesNotContainPattern("\\p{IsHan}"));
  }

  private ApplicationNumber granted() {
    Application granted = ministry.granted();
    return Ministry.number(granted);
  }

  private IntegrationModule module(Path signing, @Nullable Path authorities) {
    return modules(signing, authorities).give(granted(), SOMEBODY);
  }

  private IntegrationModules modules(@Nullable Path signing, @Nullable Path authorities) {
    return new IntegrationModules(
        core.getBean(Grants.class),
        core.getBean(Applications.class),
        core.getBean(Catalogue.class),
        new IntegrationSettings(
            URI.create("https://hub.example/exchange"), signing, null, authorities),
        core.getBean(ExchangeSettings.class),
        core.getBean(AuditLog.class),
        core.getBean(ActHistory.class),
        core.getBean(TransactionTemplate.class));
  }

  private static Map<String, String> texts(IntegrationModule module) {
    return Zips.files(zip(module)).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> new String(e.getValue(), UTF_8)));
  }

  private static byte[] zip(IntegrationModule module) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      module.writeTo(out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
