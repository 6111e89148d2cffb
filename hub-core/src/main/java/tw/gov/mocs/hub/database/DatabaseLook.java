package tw.gov.mocs.hub.database;

import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * One look at the hub's own database without the hub. Guarantee: no database is made, nothing is
 * migrated, and nothing is written.
 */
public final class DatabaseLook {

  private static final int SECONDS = 5;

  private final DatabaseSettings settings;

  /** At the database of these settings. */
  public DatabaseLook(DatabaseSettings settings) {
    this.settings = settings;
  }

  /**
   * What is found in it.
   *
   * @param mapper whose statements the question may use; its XML stands beside it
   * @throws HubException DATABASE_UNAVAILABLE if it is not there, is another process's alone, or
   *     has no such tables yet
   */
  public <M, T> T ask(Class<M> mapper, Function<M, T> question) {
    Configuration configuration = MyBatisConfigurations.of(Dialect.of(settings.url()));
    configuration.setEnvironment(new Environment("look", new JdbcTransactionFactory(), source()));
    configuration.addMapper(mapper);
    try (SqlSession session = new DefaultSqlSessionFactory(configuration).openSession()) {
      return question.apply(session.getMapper(mapper));
    } catch (PersistenceException e) {
      throw new HubException(ErrorCode.DATABASE_UNAVAILABLE, "it cannot be looked at", e);
    }
  }

  private DataSource source() {
    DriverManagerDataSource source =
        new DriverManagerDataSource(reading(settings.url()), settings.user(), settings.password());
    source.setConnectionProperties(patience(Dialect.of(settings.url())));
    return source;
  }

  /** H2 would make a database that is not there. */
  private static String reading(String url) {
    return Dialect.of(url) == Dialect.H2 ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : url;
  }

  /** How long it waits for a database that does not answer, in the words of its driver. */
  private static Properties patience(Dialect dialect) {
    Properties patience = new Properties();
    switch (dialect) {
      case POSTGRESQL -> {
        patience.setProperty("connectTimeout", String.valueOf(SECONDS));
        patience.setProperty("socketTimeout", String.valueOf(SECONDS));
      }
      case ORACLE -> {
        patience.setProperty("oracle.net.CONNECT_TIMEOUT", String.valueOf(SECONDS * 1_000));
        patience.setProperty("oracle.jdbc.ReadTimeout", String.valueOf(SECONDS * 1_000));
      }
      case H2 -> {
        // It is in this process.
      }
    }
    return patience;
  }
}
