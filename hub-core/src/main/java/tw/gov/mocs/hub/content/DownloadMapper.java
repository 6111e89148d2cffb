package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The downloads. What changes one does so only if it is still of its version; else 0. */
@Mapper
interface DownloadMapper {

  Optional<Download> find(@Param("id") long id);

  List<Download> search(@Param("search") ContentFilter search);

  long count(@Param("search") ContentFilter search);

  int insert(
      @Param("content") Download.Content content,
      @Param("at") Instant at,
      @Param("key") NewKey key);

  int update(@Param("changed") Download changed);

  int delete(@Param("id") long id, @Param("version") int version);
}
