package tw.gov.mocs.hub.application;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The counters of application numbers. */
@Mapper
interface ApplicationNumberMapper {

  /** Takes the next one and holds the row until the transaction ends; 0 if there is none left. */
  int increment(@Param("kind") String kind, @Param("rocYear") int rocYear);

  int last(@Param("kind") String kind, @Param("rocYear") int rocYear);

  /** How many rows there are: 1 or 0. */
  int count(@Param("kind") String kind, @Param("rocYear") int rocYear);

  /** Begins the year, unless another transaction did, for which it waits. */
  int begin(@Param("kind") String kind, @Param("rocYear") int rocYear);
}
