package tw.gov.mocs.hub.database;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** String ↔ character columns; "" is stored as null everywhere, because Oracle does so. */
final class TextHandler extends BaseTypeHandler<String> {

  @Override
  public void setNonNullParameter(PreparedStatement ps, int i, String value, JdbcType type)
      throws SQLException {
    if (value.isEmpty()) {
      ps.setNull(i, Types.VARCHAR);
    } else {
      ps.setString(i, value);
    }
  }

  @Override
  public @Nullable String getNullableResult(ResultSet rs, String column) throws SQLException {
    return rs.getString(column);
  }

  @Override
  public @Nullable String getNullableResult(ResultSet rs, int column) throws SQLException {
    return rs.getString(column);
  }

  @Override
  public @Nullable String getNullableResult(CallableStatement cs, int column) throws SQLException {
    return cs.getString(column);
  }
}
