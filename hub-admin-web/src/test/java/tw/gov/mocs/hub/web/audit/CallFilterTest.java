package tw.gov.mocs.hub.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;
import tw.gov.mocs.hub.audit.CallSearch.Outcome;
import tw.gov.mocs.hub.audit.LogSearch;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What an auditor types, as it is searched and as it stands in an address. */
class CallFilterTest {

  private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");
  private static final String HASH = "demo:" + "0a".repeat(32);

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @Test
  void readsMinutesAsTaipeis() {
    request.setParameter("from", "115/11/25");
    request.setParameter("fromTime", "08:30");
    request.setParameter("to", "115/11/25");
    request.setParameter("toTime", "08:59");
    LogSearch search = search();
    assertThat(search.from()).isEqualTo("2026-11-25T00:30:00Z");
    assertThat(search.before()).isEqualTo("2026-11-25T01:00:00Z");
  }

  @Test
  void searchesNothingThatComesLater() {
    request.setParameter("to", "115/11/30");
    assertThat(search().before()).isEqualTo(NOW);
  }

  @Test
  void takesACodeForItsReason() {
    request.setParameter("outcome", "HUB-4002");
    assertThat(search().outcome()).isNull();
    assertThat(search().refusal()).isEqualTo(ErrorCode.REQUEST_ID_REPEATED);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void takesAnOutcomeByItsName(Outcome outcome) {
    request.setParameter("outcome", outcome.name().toLowerCase(Locale.ROOT));
    assertThat(search().outcome()).isEqualTo(outcome);
  }

  @Test
  void keepsWhatWasTypedInItsOwnValue() {
    request.setParameter("requestId", "a&person=x {1} +%");
    request.setParameter("person", HASH);
    String address = CallFilter.of(request).href("20");
    assertThat(address).doesNotContain("{").contains("%26person%3Dx");
    var read = UriComponentsBuilder.fromUriString(address).build(true).getQueryParams();
    assertThat(read.get("person")).singleElement().isEqualTo(HASH.replace(":", "%3A"));
  }

  @Test
  void findsNumbersWhereNoneMayStand() {
    request.setParameter("requestId", "Ａ１２３４５６７８９");
    request.setParameter("agency", "A01000000A");
    assertThat(CallFilter.of(request).withNumbers()).containsExactly("requestId");
  }

  @Test
  void takesNoIdentifierForANumberThatItHoldsByChance() {
    request.setParameter("requestId", "72830E65377931A82690442241CB7C54");
    assertThat(CallFilter.of(request).withNumbers()).isEmpty();
  }

  @Test
  void knowsNoPersonButByHash() {
    request.setParameter("person", "A123456789");
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> CallFilter.of(request))
        .returns(ErrorCode.NOT_FOUND, HubException::code);
  }

  private LogSearch search() {
    return CallFilter.of(request).search(null, NOW, false, 1, 20);
  }
}
