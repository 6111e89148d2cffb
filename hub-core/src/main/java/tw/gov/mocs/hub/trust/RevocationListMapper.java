package tw.gov.mocs.hub.trust;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The last good revocation list of each source. */
@Mapper
interface RevocationListMapper {

  @Nullable ListRow find(@Param("sourceKey") String sourceKey);

  int update(
      @Param("sourceKey") String sourceKey,
      @Param("url") String url,
      @Param("crl") byte[] crl,
      @Param("thisUpdate") Instant thisUpdate,
      @Param("fetchedAt") Instant fetchedAt);

  void insert(
      @Param("sourceKey") String sourceKey,
      @Param("url") String url,
      @Param("crl") byte[] crl,
      @Param("thisUpdate") Instant thisUpdate,
      @Param("fetchedAt") Instant fetchedAt);

  /** Without what they list. */
  List<StoredList> all();

  /** A list without what it lists. */
  record StoredList(String sourceKey, String address, Instant issuedAt, Instant fetchedAt) {}

  /** A list as stored. */
  record ListRow(String sourceKey, byte[] crl) {}
}
