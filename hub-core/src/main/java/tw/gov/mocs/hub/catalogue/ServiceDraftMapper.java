package tw.gov.mocs.hub.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The rows of drafts. */
@Mapper
interface ServiceDraftMapper {

  /** Those that were saved last come first. */
  List<SavedDraft> all();

  /** Those that nobody has saved since. */
  List<SavedDraft> savedBefore(@Param("before") Instant before);

  Optional<SavedDraft> find(@Param("key") String key);

  void insert(@Param("draft") SavedDraft draft);

  /** Returns 0 when it was saved or discarded meanwhile. */
  int update(@Param("draft") SavedDraft draft);

  /** Returns 0 when it was saved or discarded meanwhile. */
  int delete(@Param("key") String key, @Param("version") int version);
}
