package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.core.env.ConfigurableEnvironment;
import tw.gov.mocs.hub.app.DemoSettings;
import tw.gov.mocs.hub.app.DemoWorld;
import tw.gov.mocs.hub.app.HubProcess;
import tw.gov.mocs.hub.app.Settings;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * A hub ready to be started: settings, keys, records of many persons, and a grant on all of them,
 * made by the doors that production uses.
 *
 * @param settings its file
 * @param port plain HTTP
 * @param caller the agency that holds the grant
 * @param answering the hub's certificate
 * @param few a call for {@link SoapContender#ROWS} persons with one row each
 * @param all a call for every row, page by page
 */
record HubWorld(
    Path settings,
    int port,
    SignedCalls caller,
    X509Certificate answering,
    CallBody few,
    CallBody all) {

  /** All rows are made to stand under it: a walk needs more than one agency of the demo has. */
  static final String AGENCY = DemoWorld.AGENCY_A.value();

  private static final Quota ENOUGH = new Quota(10_000_000, 10_000_000_000L);

  /** One row of 20 fields can take 700 bytes; 10,000 of them are more than the usual 5 MiB. */
  private static final String PAGE_BYTES = "hub.exchange.max-page-bytes=20971520\n";

  /**
   * Makes it.
   *
   * @param persons how many
   * @param database lines of the settings: where the records are, and the hub's own unless in this
   *     folder
   */
  static HubWorld make(Path folder, int persons, String database) throws IOException, SQLException {
    DemoPki pki = DemoPki.make(folder.resolve("pki"), Clock.systemUTC());
    DemoSettings.Ports ports = DemoSettings.Ports.free();
    Path settings = DemoSettings.write(folder, pki, ports);
    Files.writeString(settings, PAGE_BYTES + database, StandardOpenOption.APPEND);
    ConfigurableEnvironment environment = Settings.of(settings, Map.of());
    try (HubProcess hub = HubProcess.core(environment)) {
      DemoWorld world = new DemoWorld(hub, pki);
      DataSource records = hub.get("hubDataSource", DataSource.class);
      world.loadRecords(records, persons);
      toOneAgency(records);
      world.register();
      world.apply(ENOUGH);
      String application = world.applicationOf(DemoWorld.AGENCY_A).value();
      return new HubWorld(
          settings,
          ports.soapHttp(),
          new SignedCalls(
              KeyFiles.privateKey(pki.agencyA().key()), certificate(pki.agencyA().certificate())),
          certificate(pki.hub().certificate()),
          new CallBody(application, CallBody.criterion("idNo", persons(records)), ""),
          new CallBody(application, CallBody.criterion("agencyCode", AGENCY), ""));
    }
  }

  private static X509Certificate certificate(Path file) {
    return KeyFiles.certificates(file).get(0);
  }

  /** About a fifth of all have one row; how many exactly depends on the day. */
  private static String[] persons(DataSource records) throws SQLException {
    String[] persons =
        column(
            records,
            "SELECT ID_NO FROM PERSONNEL.TA_QUALIFICATION_REVIEW GROUP BY ID_NO HAVING COUNT(*) = 1"
                + " ORDER BY ID_NO FETCH FIRST "
                + SoapContender.ROWS
                + " ROWS ONLY");
    if (persons.length < SoapContender.ROWS) {
      throw new IllegalArgumentException("too few records: make more persons");
    }
    return persons;
  }

  private static void toOneAgency(DataSource records) throws SQLException {
    try (Connection connection = records.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE PERSONNEL.TA_QUALIFICATION_REVIEW SET AGENCY_CODE = '" + AGENCY + "'");
    }
  }

  private static String[] column(DataSource records, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = records.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values.toArray(String[]::new);
  }
}
