package tw.gov.mocs.hub.content;

import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The rows of drafts of single pages. */
@Mapper
interface PageDraftMapper {

  Optional<PageDraft> find(@Param("key") PageKey key);

  int insert(@Param("draft") PageDraft draft);

  /** Returns 0 when it was saved or discarded meanwhile. */
  int update(@Param("draft") PageDraft draft);

  /** Returns 0 when it was saved or discarded meanwhile. */
  int delete(@Param("key") PageKey key, @Param("version") int version);
}
