package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;
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

  /** How many lines there are, up to a limit. */
  long countLines(@Param("search") StrangerSearch search, @Param("limit") int limit);

  List<StrangerCount> lines(
      @Param("search") StrangerSearch search, @Param("sort") String sort, @Param("size") int size);

  List<String> causes();

  int forgetCounts(@Param("past") Instant past);

  int forgetSamples(@Param("past") Instant past);
}
