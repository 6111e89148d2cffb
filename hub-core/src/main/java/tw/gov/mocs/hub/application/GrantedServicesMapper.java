package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Which grants name a service. */
@Mapper
interface GrantedServicesMapper {

  List<GrantedUseMapper.Count> counts(@Param("today") LocalDate today);

  /** The newest numbers first. */
  List<GrantRow> grants(
      @Param("service") String service, @Param("today") LocalDate today, @Param("most") int most);

  /** A grant that can still be used. */
  record GrantRow(
      long reviewId,
      String applicationNo,
      String agencyCode,
      String agencyName,
      @Nullable String agencyNameEn,
      GrantStatus status,
      LocalDate periodTo) {}
}
