package tw.gov.mocs.hub.audit;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Reads acts by what they are about, the newest first. */
@Mapper
interface ActMapper {

  /** Those that have their place in a chain. */
  List<ActLine> chained(@Param("subject") String subject, @Param("most") int most);

  /** Those that still wait for it. */
  List<ActLine> waiting(@Param("subject") String subject, @Param("most") int most);

  /** How many of one kind there are, with and without their place. */
  long count(@Param("subject") String subject, @Param("action") AuditAction action);
}
