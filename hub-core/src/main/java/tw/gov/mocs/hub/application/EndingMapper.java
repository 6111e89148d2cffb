package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** What is about to end, and who is to be told. */
@Mapper
interface EndingMapper {

  /** The grants that are not over and whose last day is one of these, both included. */
  List<EndingGrant> grants(@Param("from") LocalDate from, @Param("to") LocalDate to);

  /** The contact of a grant, whatever its state. */
  EndingGrant grant(@Param("number") String number);

  /** 電子郵件 of the contacts of an agency's grants that are not over. */
  List<String> contacts(@Param("agencyId") long agencyId, @Param("today") LocalDate today);

  /** A grant with its contact. */
  record EndingGrant(
      String applicationNo, LocalDate periodTo, String contactName, String contactMail) {}
}
