package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The verifications that were started; of those that go on there is one at most. */
@Mapper
interface VerificationMapper {

  /** A DuplicateKeyException while another goes on. */
  void insert(
      @Param("node") String node,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("total") long total);

  @Nullable LogVerification running();

  List<LogVerification> last(@Param("most") int most);

  /** 0 when it has ended meanwhile. */
  int progress(@Param("id") long id, @Param("done") long done, @Param("at") Instant at);

  int askToEnd(@Param("id") long id);

  int end(
      @Param("id") long id,
      @Param("at") Instant at,
      @Param("outcome") LogVerification.Outcome outcome,
      @Param("report") VerificationReport report,
      @Param("found") @Nullable String found);

  /** Ends one whose node gave no sign of life since {@code before}. */
  int abandon(@Param("before") Instant before, @Param("at") Instant at);
}
