package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Who was granted what, to be told of it. */
@Mapper
interface GranteeMapper {

  /** The contacts of the grants of a service that are not over on this day, each once. */
  List<Contact> contacts(@Param("service") String service, @Param("today") LocalDate today);

  /** 聯絡人姓名 and 電子郵件 of an application. */
  record Contact(String contactName, String contactMail) {}
}
