package tw.gov.mocs.hub.web.layout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tw.gov.mocs.hub.content.RelatedLink;
import tw.gov.mocs.hub.content.RelatedLinks;

/** 相關連結 for the menu of every page, read a few times a minute. */
@Component
final class SideLinks {

  private static final Logger LOG = LoggerFactory.getLogger(SideLinks.class);
  private static final Duration KEPT = Duration.ofSeconds(10);

  private record Read(List<RelatedLink> links, Instant until) {}

  private final Supplier<List<RelatedLink>> links;
  private final Clock clock;
  private volatile Read read = new Read(List.of(), Instant.EPOCH);

  @Autowired
  SideLinks(RelatedLinks links, Clock clock) {
    this(links::list, clock);
  }

  SideLinks(Supplier<List<RelatedLink>> links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  /** In their order; while the database is away, as they were: the page of errors has them, too. */
  List<RelatedLink> list() {
    Read last = read;
    Instant now = clock.instant();
    if (now.isBefore(last.until())) {
      return last.links();
    }
    Read next = new Read(present(last.links()), now.plus(KEPT));
    read = next;
    return next.links();
  }

  private List<RelatedLink> present(List<RelatedLink> otherwise) {
    try {
      return links.get();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("the related links cannot be read: {}", e.getMessage());
      return otherwise;
    }
  }
}
