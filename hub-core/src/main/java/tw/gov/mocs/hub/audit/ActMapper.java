package tw.gov.mocs.hub.audit;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Reads acts by what they are about. */
@Mapper
interface ActMapper {

  /** The newest of them, in their order; those that wait for their place in a chain too. */
  List<ActLine> of(@Param("subject") String subject, @Param("most") int most);
}
