package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** One kind of entries. What changes one does so only if it is still of its version; else 0. */
interface EntryMapper<C extends EntryContent, T extends Entry<C>> {

  Optional<T> find(@Param("id") long id);

  List<T> search(@Param("search") ContentFilter search);

  long count(@Param("search") ContentFilter search);

  int insert(@Param("content") C content, @Param("at") Instant at, @Param("key") NewKey key);

  int update(
      @Param("id") long id,
      @Param("version") int version,
      @Param("published") boolean published,
      @Param("content") C content,
      @Param("at") Instant at);

  int delete(@Param("id") long id, @Param("version") int version);
}
