package tw.gov.mocs.hub.application;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ExtractRows.ConditionRow;
import tw.gov.mocs.hub.application.ExtractRows.FieldRow;
import tw.gov.mocs.hub.application.ExtractRows.Head;

/** What one-time files shall hold. */
@Mapper
interface ExtractMapper {

  @Nullable Head find(@Param("reviewId") long reviewId);

  List<FieldRow> fields(@Param("reviewId") long reviewId);

  List<ConditionRow> conditions(@Param("reviewId") long reviewId);

  int insert(@Param("reviewId") long reviewId, @Param("head") Head head);

  int insertField(@Param("reviewId") long reviewId, @Param("row") FieldRow row);

  int insertCondition(@Param("reviewId") long reviewId, @Param("row") ConditionRow row);
}
