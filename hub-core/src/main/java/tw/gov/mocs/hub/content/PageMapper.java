package tw.gov.mocs.hub.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The versions of single pages. */
@Mapper
interface PageMapper {

  int countPages();

  /** The newest of the versions that count on this day. */
  Optional<ContentPage> findPresent(@Param("key") PageKey key, @Param("day") LocalDate day);

  Optional<ContentPage> find(@Param("key") PageKey key, @Param("version") int version);

  /** The newest first. */
  List<ContentPage> versions(@Param("key") PageKey key);

  int insert(@Param("page") ContentPage page);
}
