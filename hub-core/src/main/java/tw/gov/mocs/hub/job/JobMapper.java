package tw.gov.mocs.hub.job;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The runs in the database. */
@Mapper
interface JobMapper {

  List<JobRun> all();

  int update(@Param("run") JobRun run);

  void insert(@Param("run") JobRun run);
}
