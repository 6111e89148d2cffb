package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.audit.LogVerifier;
import tw.gov.mocs.hub.audit.Witnesses;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.shared.RocDate;

/** A PostgreSQL that goes away under load and comes back. */
class LostDatabaseIT {

  private static final int PERSONS = 50;

  @TempDir private Path folder = Path.of("");

  @Test
  void refusesWhileItIsAwayLosesNothingAndServesAgain() throws Exception {
    int port = FreePort.any();
    EmbeddedPostgres database = start(port);
    DemoPki pki = SharedPki.in(folder.resolve("pki"));
    try (HubProcess hub = hub(pki, port);
        SteadyCalls calls = new SteadyCalls(folder.resolve("demo.properties")).start()) {
      Await.until(() -> calls.acknowledged().size() >= 40);
      database.close();
      Await.until(() -> calls.faults().size() >= 20);
      database = start(port);
      int before = calls.acknowledged().size();
      Await.until(() -> calls.acknowledged().size() >= before + 40);
      calls.close();
      assertThat(calls.failures()).isEmpty();
      assertThat(Set.copyOf(calls.faults())).isSubsetOf("HUB-6002", "HUB-6003", "HUB-6004");
      assertThat(recorded(hub)).containsAll(calls.acknowledged());
      assertThat(hub.get(LogVerifier.class).verify(Witnesses.NONE, rows -> {}).findings())
          .isEmpty();
    } finally {
      database.close();
    }
  }

  private HubProcess hub(DemoPki pki, int port) throws IOException, SQLException {
    DemoSettings.Ports ports = DemoSettings.Ports.free();
    Path settings = DemoSettings.write(folder, pki, ports);
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    Files.writeString(
        settings,
        """
        hub.database.url=%1$s
        hub.database.user=postgres
        hub.source.url=%1$s
        hub.source.user=postgres
        hub.source.schema=personnel
        """
            .formatted(url),
        StandardOpenOption.APPEND);
    HubProcess hub = HubProcess.core(Settings.of(settings, Map.of()));
    SampleRecords.load(
        hub.get("hubDataSource", DataSource.class),
        "personnel",
        PERSONS,
        RocDate.dayOf(Clock.systemUTC().instant()));
    DemoWorld world = new DemoWorld(hub, pki);
    world.register();
    world.apply(Quota.DEFAULT);
    new DemoAddresses(folder, ports, pki)
        .write(
            world.applicationOf(DemoWorld.AGENCY_A),
            world.applicationOf(DemoWorld.AGENCY_B),
            world.servicesOfPersons());
    return hub.serve(EnumSet.of(Role.WS));
  }

  private EmbeddedPostgres start(int port) throws IOException, SQLException {
    EmbeddedPostgres database =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(folder.resolve("postgres"))
            .setCleanDataDirectory(false)
            .start();
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS personnel");
    }
    return database;
  }

  private static Iterable<String> recorded(HubProcess hub) {
    return new JdbcTemplate(hub.get("hubDataSource", DataSource.class))
        .queryForList(
            "SELECT r.record_id FROM audit_row r JOIN audit_call c ON c.node_id = r.node_id"
                + " AND c.seq = r.seq WHERE c.outcome_code = 'OK'",
            String.class);
  }
}
