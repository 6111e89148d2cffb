package tw.gov.mocs.hub.agency;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.ProvenKey;

/** Unregistered certificates that were shown, in the database. */
@Mapper
interface SeenCertificateMapper {

  /** How often it is registered, also if it was withdrawn, or bound to an account. */
  int countKnown(@Param("thumbprint") String thumbprint);

  /** 0 if it was never shown before. */
  int seeAgain(@Param("shown") Shown shown);

  void insert(@Param("shown") Shown shown, @Param("certificate") byte[] certificate);

  int count();

  /** Not shown for longest; of none, null. */
  @Nullable String longestUnseen();

  int remove(@Param("thumbprint") String thumbprint);

  /** What was not shown since then, and what is registered or bound by now. */
  int forget(@Param("past") Instant past);

  /** All that are unregistered now. */
  List<SeenRow> all();

  @Nullable SeenRow find(@Param("thumbprint") String thumbprint);

  /** One sighting to be stored. */
  record Shown(
      String thumbprint,
      Instant at,
      long logins,
      long calls,
      ProvenKey.Place place,
      String address) {}

  /** One certificate as stored. */
  record SeenRow(
      String thumbprint,
      byte[] certificate,
      Instant firstSeenAt,
      Instant lastSeenAt,
      long loginTimes,
      long callTimes,
      ProvenKey.Place lastPlace,
      String lastAddress,
      @Nullable Long proposalId) {}
}
