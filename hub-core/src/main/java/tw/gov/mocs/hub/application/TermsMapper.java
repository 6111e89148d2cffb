package tw.gov.mocs.hub.application;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import tw.gov.mocs.hub.application.TermsRows.ConditionRow;
import tw.gov.mocs.hub.application.TermsRows.FieldRow;
import tw.gov.mocs.hub.application.TermsRows.ServiceRow;

/** The terms that reviews set. */
@Mapper
interface TermsMapper {

  List<String> addresses(@Param("reviewId") long reviewId);

  List<ServiceRow> services(@Param("reviewId") long reviewId);

  List<FieldRow> fields(@Param("reviewId") long reviewId);

  List<ConditionRow> conditions(@Param("reviewId") long reviewId);

  int insertAddress(
      @Param("reviewId") long reviewId, @Param("placeNo") int placeNo, @Param("block") Cidr block);

  int insertService(@Param("reviewId") long reviewId, @Param("row") ServiceRow row);

  int insertField(@Param("reviewId") long reviewId, @Param("row") FieldRow row);

  int insertCondition(@Param("reviewId") long reviewId, @Param("row") ConditionRow row);
}
