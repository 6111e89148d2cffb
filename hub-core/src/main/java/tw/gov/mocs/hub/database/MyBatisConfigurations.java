package tw.gov.mocs.hub.database;

import java.time.Instant;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;

/** How MyBatis is set up on every database. */
final class MyBatisConfigurations {

  /** After which a statement on the hub's own database is given up. */
  static final int SECONDS = 30;

  private MyBatisConfigurations() {}

  /** A new configuration without mappers. */
  static Configuration of(Dialect dialect) {
    Configuration configuration = new Configuration();
    configuration.setDatabaseId(dialect.databaseId());
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setJdbcTypeForNull(JdbcType.NULL);
    if (dialect != Dialect.H2) {
      // H2 forgets every statement it has parsed when a time is set: it has one in its address.
      configuration.setDefaultStatementTimeout(SECONDS);
    }
    configuration.getTypeHandlerRegistry().register(Instant.class, new InstantHandler());
    configuration.getTypeHandlerRegistry().register(Boolean.class, new BooleanHandler());
    configuration.getTypeHandlerRegistry().register(boolean.class, new BooleanHandler());
    configuration.getTypeHandlerRegistry().register(String.class, new TextHandler());
    return configuration;
  }
}
