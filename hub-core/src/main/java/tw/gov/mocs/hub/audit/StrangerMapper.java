package tw.gov.mocs.hub.audit;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Counts and samples of strangers' refusals. */
@Mapper
interface StrangerMapper {

  int add(
      @Param("node") String node,
      @Param("source") Strangers.Source source,
      @Param("times") long times);

  void insert(
      @Param("node") String node,
      @Param("source") Strangers.Source source,
      @Param("times") long times);

  void insertSample(@Param("node") String node, @Param("sample") Strangers.Refusal sample);

  long times(@Param("cause") String cause, @Param("address") String address);

  int forgetCounts(@Param("past") Instant past);

  int forgetSamples(@Param("past") Instant past);
}
