package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Which entry a form has made. */
@Mapper
interface ContentFormMapper {

  Optional<Long> find(@Param("key") String key);

  int insert(@Param("key") String key, @Param("entryId") long entryId, @Param("at") Instant at);
}
