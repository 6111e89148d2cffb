package tw.gov.mocs.hub.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;

/** One-time files as rows; what changes one names the version that somebody looked at. */
@Mapper
interface DeliveryMapper {

  /** What a node has made. */
  record Made(
      Instant asOf, String thumbprint, long bytes, String sha256, long rows, Instant expiresAt) {}

  Optional<Delivery> find(@Param("deliveryNo") String deliveryNo);

  /** Those of an application, the newest first. */
  List<Delivery> of(@Param("applicationNo") String applicationNo);

  /** The newest of each of these applications that has one. */
  List<Delivery> newest(@Param("applicationNos") List<String> applicationNos);

  /** The one that has waited longest, or that its node has left; empty if none is due. */
  Optional<Delivery> due(@Param("now") Instant now);

  /** How many files for the agency this person has started. */
  int countStarted(@Param("agencyId") long agencyId, @Param("starter") Actor starter);

  /** How many files for the agency this person has cancelled or had downloaded once more. */
  int countDuties(@Param("agencyId") long agencyId, @Param("doneBy") Actor doneBy);

  int insertDuty(
      @Param("delivery") Delivery delivery, @Param("doneBy") Actor doneBy, @Param("at") Instant at);

  int insert(@Param("row") Delivery row, @Param("starter") Actor starter);

  /** Takes it for a node until then; 0 if another was faster. */
  int claim(
      @Param("deliveryNo") String deliveryNo,
      @Param("version") int version,
      @Param("until") Instant until);

  /** Still at work; 0 if it was cancelled or taken by another node. */
  int beat(
      @Param("deliveryNo") String deliveryNo,
      @Param("version") int version,
      @Param("rows") long rows,
      @Param("until") Instant until);

  /** Leaves it to the next node that looks, as if it had not been begun; 0 if it is another's. */
  int giveBack(@Param("deliveryNo") String deliveryNo, @Param("version") int version);

  int made(
      @Param("deliveryNo") String deliveryNo,
      @Param("version") int version,
      @Param("made") Made made,
      @Param("at") Instant at);

  /** One more download; 0 if it is of another version by now, or cannot be taken. */
  int allowAnother(@Param("deliveryNo") String deliveryNo, @Param("version") int version);

  /** How many complete downloads are allowed. */
  int allowed(@Param("deliveryNo") String deliveryNo);

  /** The same; the row is locked. */
  int lockAllowed(@Param("deliveryNo") String deliveryNo);

  /** Those that nobody has taken in time. */
  List<Delivery> over(@Param("now") Instant now);

  /** Those that can be taken until a moment between {@code now} and {@code soon}. */
  List<Delivery> ending(
      @Param("now") Instant now,
      @Param("soon") Instant soon,
      @Param("madeBefore") Instant madeBefore);

  int end(
      @Param("deliveryNo") String deliveryNo,
      @Param("version") int version,
      @Param("status") DeliveryStatus status,
      @Param("failure") @Nullable ErrorCode failure,
      @Param("at") Instant at);
}
