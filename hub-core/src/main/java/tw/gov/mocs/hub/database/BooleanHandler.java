package tw.gov.mocs.hub.database;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Boolean ↔ 0/1, because Oracle before 23 has no BOOLEAN. */
final class BooleanHandler extends BaseTypeHandler<Boolean> {

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, Boolean value, JdbcType type)
      throws SQLException {
    ps.setInt(i, value ? 1 : 0);
  }

  @Override
  public Boolean getNullableResult(ResultSet rs, String column) throws SQLException {
    return rs.getInt(column) == 1;
  }

  @Override
  public Boolean getNullableResult(ResultSet rs, int column) throws SQLException {
    return rs.getInt(column) == 1;
  }

  @Override
  public Boolean getNullableResult(CallableStatement cs, int column) throws SQLException {
    return cs.getInt(column) == 1;
  }
}
