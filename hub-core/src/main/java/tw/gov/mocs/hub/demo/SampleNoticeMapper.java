package tw.gov.mocs.hub.demo;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import tw.gov.mocs.hub.notice.NoticeKind;

/** What a mail server would have made of notices of the demo. */
@Mapper
interface SampleNoticeMapper {

  int markSent(@Param("kind") NoticeKind kind, @Param("at") Instant at);

  int markFailed(
      @Param("recipient") String recipient, @Param("at") Instant at, @Param("error") String error);
}
