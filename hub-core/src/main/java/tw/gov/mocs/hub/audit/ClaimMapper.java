package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What calls claim: signed digests, request ids and quota. */
@Mapper
interface ClaimMapper {

  /** A request id as an agency has used it. */
  record RequestKey(long agencyId, String requestId) {}

  /** Those of the digests, each with its time, that are claimed. */
  List<byte[]> claimedDigests(@Param("claims") List<Claims> claims);

  List<RequestKey> claimedRequests(@Param("keys") List<RequestKey> keys);

  void claimDigest(Claims claims);

  void claimRequest(RequestKey key);

  void releaseRequest(RequestKey key);

  /** Changes one row if both limits hold afterwards, else none. */
  int useQuota(
      @Param("applicationNo") String applicationNo,
      @Param("day") LocalDate day,
      @Param("calls") int calls,
      @Param("rows") long rows,
      @Param("callLimit") int callLimit,
      @Param("rowLimit") long rowLimit);

  void beginQuota(@Param("applicationNo") String applicationNo, @Param("day") LocalDate day);

  @Nullable QuotaUse lockQuota(
      @Param("applicationNo") String applicationNo, @Param("day") LocalDate day);

  @Nullable QuotaUse quotaUse(
      @Param("applicationNo") String applicationNo, @Param("day") LocalDate day);

  /** The times of digests that were signed before then, the oldest first. */
  List<Instant> signedBefore(@Param("past") Instant past, @Param("limit") int limit);

  int forgetDigests(@Param("upTo") Instant upTo);

  List<RequestKey> requestsClaimedBefore(@Param("past") Instant past, @Param("limit") int limit);

  int forgetRequests(@Param("keys") List<RequestKey> keys);
}
