package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The announcements. What changes one does so only if it is still of its version; else 0. */
@Mapper
interface AnnouncementMapper {

  Optional<Announcement> find(@Param("id") long id);

  List<Announcement> search(@Param("search") ContentFilter search);

  long count(@Param("search") ContentFilter search);

  int insert(
      @Param("content") Announcement.Content content,
      @Param("at") Instant at,
      @Param("key") NewKey key);

  int update(@Param("changed") Announcement changed);

  int delete(@Param("id") long id, @Param("version") int version);
}
