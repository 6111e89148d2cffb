package tw.gov.mocs.hub.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.InitialCatalogue;
import tw.gov.mocs.hub.database.Dialect;

/**
 * The personnel records of the demo: synthetic persons whose rows agree over all tables. The same
 * number of persons and the same day give the same rows, and no identity number can be real.
 */
public final class SampleRecords {

  /** How many persons the demo has. */
  public static final int DEFAULT_PERSONS = 20_000;

  private static final long SEED = 1_151_123;

  private SampleRecords() {}

  /** A person with rows in SQ_TA_001, SQ_TA_002 and SQ_MA_001. */
  public static String sampleIdNo() {
    return SampleCareer.of(0, SEED, LocalDate.of(2026, 1, 1)).idNo();
  }

  /**
   * Makes the schema with its tables and fills them, in many small transactions: a database keeps
   * the earlier state of one that is large, and takes long to end it.
   *
   * @param source where; its user may create tables
   * @param schema name of the schema, in the spelling of the database
   * @param persons how many
   * @param day the reference day: nothing lies after it, one row in 25 was changed in its month
   */
  public static void load(DataSource source, String schema, int persons, LocalDate day)
      throws SQLException {
    CatalogueSnapshot catalogue = InitialCatalogue.snapshot();
    Map<String, ExchangeTable> tables = catalogue.tables();
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      SampleSchema made = new SampleSchema(Dialect.of(connection.getMetaData().getURL()), schema);
      made.create(connection, tables.values());
      try (BatchInserts inserts = new BatchInserts(connection, schema)) {
        SampleRows rows = new SampleRows(inserts, tables, SEED, day);
        OrganisationRows organisation = new OrganisationRows(rows);
        organisation.writeCodes(catalogue.codeLists().values());
        organisation.writeAgencies();
        CareerRows careers = new CareerRows(rows);
        PensionRows pensions = new PensionRows(rows);
        for (int index = 0; index < persons; index++) {
          SampleCareer career = SampleCareer.of(index, SEED, day);
          careers.write(career);
          pensions.write(career);
          if (index % 100 == 0) {
            inserts.flush();
            connection.commit();
          }
        }
      }
      connection.commit();
      made.index(connection, tables.values());
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
