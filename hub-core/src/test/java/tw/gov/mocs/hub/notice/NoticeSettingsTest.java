package tw.gov.mocs.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NoticeSettingsTest {

  @Test
  void needsNothing() {
    assertThat(faults(Map.of())).isEmpty();
    assertThat(bound(Map.of()).smtp().configured()).isFalse();
  }

  @Test
  void needsASenderForAMailServer() {
    assertThat(faults(Map.of("hub.notice.smtp.host", "mail.example.gov.tw")))
        .containsExactly("smtp.from must be given with a host");
    assertThat(
            faults(
                Map.of(
                    "hub.notice.smtp.host", "mail.example.gov.tw",
                    "hub.notice.smtp.from", "hub@example.gov.tw")))
        .isEmpty();
  }

  @Test
  void findsWhatCannotBeUsed() {
    assertThat(
            faults(
                Map.of(
                    "hub.notice.portal-url", "ftp://portal",
                    "hub.notice.interval", "0s",
                    "hub.notice.smtp.from", "Hub <hub@example.gov.tw>",
                    "hub.notice.smtp.timeout", "5m",
                    "hub.notice.smtp.trusted-certificates", "/no/such.crt")))
        .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "portalUrl", "interval", "smtp.from", "smtp.timeout", "smtp.trustedCertificates");
  }

  @Test
  void neverShowsThePassword() {
    assertThat(bound(Map.of("hub.notice.smtp.password", "hushhush")).toString())
        .doesNotContain("hushhush");
  }

  private static NoticeSettings bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("hub.notice", NoticeSettings.class);
  }

  private static Set<String> faults(Map<String, String> settings) {
    try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
      return validators.getValidator().validate(bound(settings)).stream()
          .map(fault -> fault.getPropertyPath() + " " + fault.getMessage())
          .collect(Collectors.toSet());
    }
  }
}
