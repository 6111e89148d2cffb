package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Counts the grants that can still be used, by what of the catalogue they name. */
@Mapper
interface GrantedUseMapper {

  /** By table. */
  List<Count> tables(@Param("today") LocalDate today);

  /** By {@code TABLE.element}; one that is only searched or a condition counts too. */
  List<Count> fields(@Param("today") LocalDate today);

  /** By {@code SERVICE.TABLE}: conditions on tables that the present version of a service joins. */
  List<Count> conditions(@Param("today") LocalDate today);

  /** So many grants name it. */
  record Count(String name, long grants) {}
}
