package tw.gov.mocs.hub.database;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The change counters. */
@Mapper
interface ChangeMapper {

  List<ChangeCount> counts();

  int increment(@Param("topic") ChangeTopic topic);

  /** How often a topic has changed. */
  record ChangeCount(ChangeTopic topic, long changes) {}
}
