package tw.gov.mocs.hub.web.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.web.apply.Reading.Unreadable;

class AnswersTest {

  private final AgencyAnswers agency = new AgencyAnswers();
  private final SystemAnswers system = new SystemAnswers();

  @ParameterizedTest
  @ValueSource(strings = {"115/12/01", "115.12.1", "115-12-01", "１１５／１２／０１", " 115/12/1 "})
  void readsADayAsPeopleWriteIt(String from) {
    ApplicationContent content = period(from, "116/1/31").content();
    assertThat(content.period())
        .isEqualTo(new ServicePeriod(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31)));
  }

  @ParameterizedTest
  @CsvSource({
    "115/02/30, 116/01/01, from, apply.period.none.from",
    "115/12/01, 明年, to, apply.period.unreadable.to",
    "115/12/01, 2027/01/01, to, apply.period.western.to",
    "115/12/01, '', to, apply.period.half",
    "'', 115/12/01, from, apply.period.half",
    "116/01/01, 115/12/01, to, apply.period.backwards"
  })
  void saysWhichDayIsWrong(String from, String to, String field, String key) {
    assertThat(period(from, to).unreadable())
        .extracting(Unreadable::field, Unreadable::key)
        .containsExactly(Tuple.tuple(field, key));
  }

  @Test
  void keepsThePeriodBeforeItWhenADayCannotBeRead() {
    ApplicationContent before = period("115/12/01", "116/01/01").content();
    Typed typed = agency.kept(before).put("from", "明天");
    assertThat(agency.read(typed, before).content().period()).isEqualTo(before.period());
  }

  @Test
  void showsWhatItKept() {
    ApplicationContent content = period("115/12/01", "116/01/01").content();
    assertThat(agency.read(agency.kept(content), ApplicationContent.NONE).content())
        .isEqualTo(content);
  }

  @Test
  void readsAddressesHoweverTheyAreSeparated() {
    Typed typed = new Typed().put("addresses", "192.0.2.1,192.0.2.0/24\r\n2001:db8::/64、192.0.2.1");
    assertThat(system.read(typed, ApplicationContent.NONE).content().system().addresses())
        .extracting(Cidr::value)
        .containsExactly("192.0.2.1", "192.0.2.0/24", "2001:db8::/64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1",
        "host.gov.tw",
        "1.2.3.4/33",
        "256.1.1.1",
        "1",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "ff02::1"
      })
  void namesWhatIsNoAddress(String wrong) {
    List<Unreadable> unreadable =
        system
            .read(new Typed().put("addresses", "192.0.2.1 " + wrong), ApplicationContent.NONE)
            .unreadable();
    assertThat(unreadable).singleElement().extracting(one -> one.told()[0]).isEqualTo(wrong);
  }

  @Test
  void takesOverWhatOnlyTheOtherWindowChanged() {
    Typed shown = system("人事系統", "Linux", "192.0.2.1\n192.0.2.2");
    Typed typed =
        system("人事系統", "Windows", "192.0.2.1\r\n192.0.2.2")
            .put(TwoWindows.WAS, TwoWindows.was(shown));
    TwoWindows both = TwoWindows.of(system, typed, system("新的名稱", "Linux", "192.0.2.1\n192.0.2.2"));
    assertThat(both.changedThere()).containsExactly("systemName");
    assertThat(both.changedInBoth()).isEmpty();
    assertThat(both.merged().text("systemName")).isEqualTo("新的名稱");
    assertThat(both.merged().text("operatingSystem")).isEqualTo("Windows");
  }

  @Test
  void keepsAndNamesWhatBothWindowsChanged() {
    Typed shown = system("人事系統", "Linux", "");
    Typed typed = system("這裡的名稱", "Linux", "").put(TwoWindows.WAS, TwoWindows.was(shown));
    TwoWindows both = TwoWindows.of(system, typed, system("那裡的名稱", "Linux", ""));
    assertThat(both.changedThere()).isEmpty();
    assertThat(both.changedInBoth()).containsExactly("systemName");
    assertThat(both.merged().text("systemName")).isEqualTo("這裡的名稱");
  }

  private static Typed system(String name, String operatingSystem, String addresses) {
    return new Typed()
        .put("systemName", name)
        .put("operatingSystem", operatingSystem)
        .put("addresses", addresses);
  }

  private Reading period(String from, String to) {
    return agency.read(new Typed().put("from", from).put("to", to), ApplicationContent.NONE);
  }
}
