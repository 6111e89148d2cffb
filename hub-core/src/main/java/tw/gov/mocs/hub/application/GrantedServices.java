package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tw.gov.mocs.hub.application.GrantedServicesMapper.GrantRow;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * Who is granted what of a service, by grants that can be used today: of calls, and of one-time
 * files over it.
 */
@Component
public class GrantedServices {

  /** So many grants are told at most, the newest. */
  public static final int MOST = 100;

  private final GrantedServicesMapper mapper;
  private final TermsRows terms;
  private final ExtractRows extracts;
  private final Clock clock;

  GrantedServices(
      GrantedServicesMapper mapper, TermsRows terms, ExtractRows extracts, Clock clock) {
    this.mapper = mapper;
    this.terms = terms;
    this.extracts = extracts;
    this.clock = clock;
  }

  /** How many grants name each service; a service of none is not in it. */
  public Map<String, Long> counts() {
    return mapper.counts(today()).stream()
        .collect(toMap(GrantedUseMapper.Count::name, GrantedUseMapper.Count::grants));
  }

  /** The newest grants that name a service. */
  @Transactional(readOnly = true)
  public List<ServiceGrantee> of(ServiceCode service) {
    return mapper.grants(service.value(), today(), MOST).stream()
        .map(row -> granted(row, service))
        .toList();
  }

  private ServiceGrantee granted(GrantRow row, ServiceCode service) {
    ServiceGrant grant = terms.services(row.reviewId()).get(service);
    return grant == null
        ? granted(row, ofFile(row.reviewId(), service), Set.of())
        : granted(row, names(grant, FieldGrant::returned), names(grant, FieldGrant::searchable));
  }

  /** The fields that a file holds of the service. */
  private Set<String> ofFile(long reviewId, ServiceCode service) {
    Extract extract = requireNonNull(extracts.find(reviewId), "extract");
    return extract.tables().stream()
        .filter(part -> part.table().equals(service.value()))
        .flatMap(part -> part.fields().stream())
        .collect(toUnmodifiableSet());
  }

  private static ServiceGrantee granted(
      GrantRow row, Set<String> returned, Set<String> searchable) {
    return new ServiceGrantee(
        row.applicationNo(),
        row.agencyCode(),
        row.agencyName(),
        row.agencyNameEn(),
        row.status(),
        row.periodTo(),
        returned,
        searchable);
  }

  private static Set<String> names(ServiceGrant grant, Predicate<FieldGrant> which) {
    return grant.fields().entrySet().stream()
        .filter(field -> which.test(field.getValue()))
        .map(Map.Entry::getKey)
        .collect(toUnmodifiableSet());
  }

  private LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }
}
