package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.application.GrantMapper.Changed;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;

/**
 * The grants, kept in memory from their first use and forgotten when changed, one by one: a call
 * under a grant in use reads nothing from the database, and a change costs the same with ten grants
 * as with tens of thousands.
 */
@Component
public class Grants {

  private static final Logger LOG = LoggerFactory.getLogger(Grants.class);
  // About 30 kB for a grant of every service with every field, a tenth of that for most.
  private static final long KEPT = 20_000;

  private final GrantMapper mapper;
  private final TermsRows terms;
  private final TransactionTemplate reading;
  private final LoadingCache<ApplicationNumber, Optional<Grant>> byNumber =
      Caffeine.newBuilder().maximumSize(KEPT).build(this::read);
  private final LoadingCache<Long, List<ApplicationNumber>> byAgency =
      Caffeine.newBuilder().maximumSize(KEPT).build(this::readNumbers);

  /** Up to where this node has forgotten what changed. */
  private long seen;

  Grants(GrantMapper mapper, TermsRows terms, Changes changes, PlatformTransactionManager manager) {
    this.mapper = mapper;
    this.terms = terms;
    // A listener of a commit is still inside the ended transaction, and a caller may be inside one
    // that sees what is not committed: what is kept is read in a transaction of its own.
    this.reading = new TransactionTemplate(manager);
    this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.reading.setReadOnly(true);
    this.seen = mapper.changeNo();
    changes.listen(ChangeTopic.GRANT, this::forgetChanged);
  }

  /** The grant of an application, in whatever state. */
  public Optional<Grant> find(ApplicationNumber number) {
    return byNumber.get(number);
  }

  /** The grants of an agency, in whatever state, in the order of their numbers. */
  public Collection<Grant> of(long agencyId) {
    return byAgency.get(agencyId).stream().map(byNumber::get).flatMap(Optional::stream).toList();
  }

  private Optional<Grant> read(ApplicationNumber number) {
    Optional<Grant> found =
        reading.execute(status -> mapper.find(number.value()).map(row -> row.with(terms)));
    return requireNonNull(found, "found");
  }

  private List<ApplicationNumber> readNumbers(long agencyId) {
    List<String> numbers = reading.execute(status -> mapper.numbersOf(agencyId));
    return requireNonNull(numbers, "numbers").stream().map(ApplicationNumber::new).toList();
  }

  /**
   * A change holds the counter's row until it commits, so change numbers become visible in their
   * order and none is passed over. Invalidation waits for a read of the same key under way, so that
   * none that began before the change outlives it.
   */
  private synchronized void forgetChanged() {
    try {
      List<Changed> changed = reading.execute(status -> mapper.changedSince(seen));
      for (Changed grant : requireNonNull(changed, "changed")) {
        byNumber.invalidate(new ApplicationNumber(grant.applicationNo()));
        byAgency.invalidate(grant.agencyId());
        seen = Math.max(seen, grant.changeNo());
      }
    } catch (RuntimeException e) {
      // What cannot be told apart is all forgotten; nothing stale is served.
      LOG.warn("the changed grants cannot be read: {}", e.toString());
      byNumber.invalidateAll();
      byAgency.invalidateAll();
    }
  }
}
