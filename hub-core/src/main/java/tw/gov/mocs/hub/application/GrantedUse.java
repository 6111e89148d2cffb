package tw.gov.mocs.hub.application;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.GrantedUseMapper.Count;
import tw.gov.mocs.hub.catalogue.GrantedFields;
import tw.gov.mocs.hub.shared.RocDate;

/** Which grants of today, of services and of one-time files, name what of the catalogue. */
@Component
class GrantedUse implements GrantedFields {

  private final GrantedUseMapper mapper;
  private final Clock clock;

  GrantedUse(GrantedUseMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  @Override
  public Counts count() {
    LocalDate today = RocDate.dayOf(clock.instant());
    return new Counts(
        byName(mapper.tables(today)),
        byName(mapper.fields(today)),
        byName(mapper.conditions(today)));
  }

  private static Map<String, Long> byName(List<Count> counts) {
    return counts.stream().collect(toMap(Count::name, Count::grants));
  }
}
