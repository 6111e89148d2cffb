package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.content.RelatedLink;

class SideLinksTest {

  private Instant now = Instant.parse("2026-11-23T02:10:00Z");
  private boolean away;
  private int reads;
  private final SideLinks links = new SideLinks(this::read, new TestClock());

  @Test
  void isReadOnceInTenSeconds() {
    links.list();
    now = now.plusSeconds(9);
    links.list();
    assertThat(reads).isEqualTo(1);
    now = now.plusSeconds(1);
    links.list();
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void staysAsItWasWhileTheDatabaseIsAway() {
    List<RelatedLink> before = links.list();
    away = true;
    now = now.plusSeconds(10);
    assertThat(links.list()).isEqualTo(before).hasSize(1);
  }

  @Test
  void isEmptyIfTheDatabaseWasNeverThere() {
    away = true;
    assertThat(links.list()).isEmpty();
  }

  private List<RelatedLink> read() {
    reads++;
    if (away) {
      throw new DataAccessResourceFailureException("away");
    }
    return List.of(
        new RelatedLink(
            1,
            1,
            true,
            new RelatedLink.Content(
                new Bilingual("考選部", null), "https://www.moex.gov.tw/", LocalDate.EPOCH, null, 1),
            Instant.EPOCH));
  }

  private final class TestClock extends Clock {

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
