package tw.gov.mocs.hub.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.database.DatabaseSettings;
import tw.gov.mocs.hub.database.Dialect;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The log: nothing leaves the hub before its record is committed here. */
@Component
public class AuditLog {

  private static final Duration SEEN_FOR = Duration.ofMinutes(15);
  private static final long WAIT_SECONDS = 60;

  private final AuditSettings settings;
  private final EvidenceSealer sealer;
  private final ActOutbox outbox;
  private final ClaimMapper claims;
  private final LogWriter writer;
  private final Cache<ByteBuffer, Boolean> seen;

  AuditLog(
      AuditSettings settings,
      DatabaseSettings database,
      SqlSessionFactory factory,
      TransactionTemplate transactions,
      EvidenceSealer sealer,
      ActOutbox outbox,
      Clock clock) {
    boolean h2 = Dialect.of(database.url()) == Dialect.H2;
    LogMapper mapper = factory.getConfiguration().getMapper(LogMapper.class, null);
  }
}
