package tw.gov.mocs.hub.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Tickets as rows; a token itself is never stored. */
@Mapper
interface TicketMapper {

  Optional<Ticket> find(@Param("tokenSha256") String tokenSha256);

  /** Those of a file, the newest first. */
  List<Ticket> of(@Param("deliveryNo") String deliveryNo);

  int insert(@Param("row") Ticket row, @Param("tokenSha256") String tokenSha256);

  /** Ends those of a file that are not complete. */
  int endOthers(@Param("deliveryNo") String deliveryNo, @Param("at") Instant at);

  int sent(@Param("id") long id, @Param("sent") long sent);

  /** 0 if it was complete before. */
  int complete(@Param("id") long id, @Param("at") Instant at);
}
