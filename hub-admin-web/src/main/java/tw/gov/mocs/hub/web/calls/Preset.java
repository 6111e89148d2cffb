package tw.gov.mocs.hub.web.calls;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.Listing;

/**
 * A period that can be had by one click; the other filters stay.
 *
 * @param days how many, today included
 * @param href the address of the list
 * @param current whether it is the one that is shown
 */
record Preset(int days, String href, boolean current) {

  private static final List<Integer> DAYS = List.of(1, 7, 30, 90);

  static List<Preset> of(Listing<?> list, CallCriteria criteria, LocalDate today) {
    return DAYS.stream().map(days -> of(days, list, criteria, today)).toList();
  }

  private static Preset of(int days, Listing<?> list, CallCriteria criteria, LocalDate today) {
    LocalDate first = today.minusDays(days - 1L);
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/calls")
            .queryParam("from", new RocDate(first))
            .queryParam("to", new RocDate(today));
    list.kept().stream()
        .filter(one -> Stream.of("from", "to").noneMatch(one.name()::equals))
        .forEach(one -> address.queryParam(one.name(), one.value()));
    return new Preset(
        days,
        address.encode().build().toUriString(),
        first.equals(criteria.from().day()) && today.equals(criteria.to().day()));
  }
}
