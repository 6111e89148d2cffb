package tw.gov.mocs.hub.database;

import java.time.Instant;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;

/** How MyBatis is set up on every database. */
final class MyBatisConfigurations {

  private MyBatisConfigurations() {}

  /** A new configuration without mappers. */
  static Configuration of(Dialect dialect) {
    Configuration configuration = new Configuration();
    configuration.setDatabaseId(dialect.databaseId());
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setJdbcTypeForNull(JdbcType.NULL);
    configuration.setDefaultStatementTimeout(30);
    configuration.getTypeHandlerRegistry().register(Instant.class, new InstantHandler());
    configuration.getTypeHandlerRegistry().register(Boolean.class, new BooleanHandler());
    configuration.getTypeHandlerRegistry().register(boolean.class, new BooleanHandler());
    configuration.getTypeHandlerRegistry().register(String.class, new TextHandler());
    return configuration;
  }
}
