package tw.gov.mocs.hub.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Locale;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.session.SqlSessionFactory;
import org.flywaydb.core.Flyway;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The two data sources, MyBatis, and the transactions of the hub's own database. */
@Configuration
@EnableTransactionManagement
@MapperScan(basePackages = "tw.gov.mocs.hub", annotationClass = Mapper.class)
class DatabaseConfiguration {

  @Bean
  @Primary
  HikariDataSource hubDataSource(DatabaseSettings settings) {
    HikariDataSource pool = new HikariDataSource();
    String url = durable(settings.url());
    new EmbeddedFile(url, settings).prepare();
    pool.setPoolName("hub");
    pool.setJdbcUrl(url);
    pool.setUsername(settings.user());
    pool.setPassword(settings.password());
    pool.setMaximumPoolSize(settings.poolSize());
    pool.setConnectionTimeout(5_000);
    if (Dialect.of(settings.url()) == Dialect.POSTGRESQL) {
      // The persons of a group of calls are hundreds of rows: some statements instead of hundreds.
      pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    }
    return pool;
  }

  @Bean
  HikariDataSource sourceDataSource(SourceSettings settings) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("source");
    pool.setJdbcUrl(likeOracle(settings.url()));
    pool.setUsername(settings.user());
    pool.setPassword(settings.password());
    pool.setMaximumPoolSize(settings.poolSize());
    pool.setConnectionTimeout(5_000);
    pool.setReadOnly(true);
    // PostgreSQL ignores the fetch size while autocommit is on.
    pool.setAutoCommit(false);
    // No schema is set: on PostgreSQL that begins a transaction which stays open while the
    // connection
    // waits. Every statement names its schema.
    // The source may be away when the hub starts: calls are then refused one by one.
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  /** Migrates the schema before anything reads it. */
  @Bean
  Flyway flyway(@Qualifier("hubDataSource") DataSource hub, DatabaseSettings settings) {
    MigrationHistory history = MigrationHistory.of(settings.sandbox());
    history.requireOwn(hub);
    return migrated(hub, Dialect.of(settings.url()), history);
  }

  static Flyway migrated(DataSource hub, Dialect dialect, MigrationHistory history) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(hub)
            .table(history.table())
            .locations(dialect.migrations())
            .baselineOnMigrate(false)
            .cleanDisabled(true)
            .load();
    flyway.migrate();
    return flyway;
  }

  @Bean
  SqlSessionFactory sqlSessionFactory(
      @Qualifier("hubDataSource") DataSource hub, DatabaseSettings settings, Flyway migrated)
      throws Exception {
    SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
    factory.setDataSource(hub);
    factory.setConfiguration(MyBatisConfigurations.of(Dialect.of(settings.url())));
    factory.setMapperLocations(mapperFiles());
    return factory.getObject();
  }

  @Bean
  PlatformTransactionManager transactionManager(@Qualifier("hubDataSource") DataSource hub) {
    return new DataSourceTransactionManager(hub);
  }

  @Bean
  TransactionTemplate transactions(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  private static Resource[] mapperFiles() throws IOException {
    return new PathMatchingResourcePatternResolver()
        .getResources("classpath*:tw/gov/mocs/hub/**/*Mapper.xml");
  }

  /**
   * H2 alone needs telling to keep what it acknowledged. Tried: by default 12 kills lost half of
   * the commits; with {@code WRITE_DELAY=0} 40 kills lost the last commits three times; with space
   * never reused 30 kills lost none.
   */
  static String durable(String url) {
    return EmbeddedFile.isFile(url)
        ? withOptions(
            likeOracle(url),
            "WRITE_DELAY=0",
            "REUSE_SPACE=FALSE",
            // Request ids are spread all over their index: pages of it are read for each call.
            "CACHE_SIZE=65536",
            // The persons of a usual call stand in their row, not in the store of large objects.
            "MAX_LENGTH_INPLACE_LOB=4096")
        : likeOracle(url);
  }

  /** H2 alone needs telling; none of these options asks for an administrator of the database. */
  static String likeOracle(String url) {
    return withOptions(
        EmbeddedFile.uninterrupted(url),
        "MODE=Oracle",
        "LAZY_QUERY_EXECUTION=1",
        "DB_CLOSE_ON_EXIT=FALSE",
        "QUERY_TIMEOUT=" + MyBatisConfigurations.SECONDS * 1000,
        // The log alone has more statements than the eight that H2 keeps parsed by default.
        "QUERY_CACHE_SIZE=64");
  }

  /** Adds the options of H2 that the address does not set itself. */
  private static String withOptions(String url, String... options) {
    if (Dialect.of(url) != Dialect.H2) {
      return url;
    }
    String given = url.toUpperCase(Locale.ROOT);
    StringBuilder full = new StringBuilder(url);
    for (String option : options) {
      if (!given.contains(option.substring(0, option.indexOf('=') + 1))) {
        full.append(';').append(option);
      }
    }
    return full.toString();
  }
}
