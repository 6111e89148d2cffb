package tw.gov.mocs.hub.content;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** What is published, in one list. */
@Mapper
interface SiteSearchMapper {

  List<Found> search(@Param("search") ContentFilter search);

  long count(@Param("search") ContentFilter search);

  /** A row of the list. */
  record Found(SearchHit.Kind kind, long id) {}
}
