package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.ClientFixture.AGENCY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** An integration module as an agency unpacked it, with its key in place. */
final class SampleModule {

  static final String APPLICATION = "APSQ11500001";

  private final Path folder;

  SampleModule(Path folder, String endpoint) throws Exception {
    this.folder = folder;
    CommandRun files = new CommandRun(folder);
    files.identity("agency", AGENCY);
    Files.writeString(
        folder.resolve("connection.conf"),
        """
        # a comment = no value
        endpoint = %s
        application = APSQ11500001
        hub-certificate = hub.crt
        tls-authorities =
        key = agency.key
        certificate = agency.crt
        service = SQ_TA_001
        criterion = idNo
        purpose = 介接測試
        """
            .formatted(endpoint));
    Files.writeString(
        folder.resolve("grant.conf"),
        """
        application = APSQ11500001
        version = 3
        agency = A01000000A
        from = 2026-01-01
        to = %s
        calls = 100
        rows = 1000
        page-rows = 1000
        values = 1000
        services = SQ_TA_001
        SQ_TA_001.returned = idNo fullName rankCode salaryPoint effectiveDate updatedAt
        SQ_TA_001.searchable = idNo updatedAt
        SQ_TA_001.any-of = idNo
        SQ_TA_001.range = updatedAt
        SQ_TA_001.range-days = 31
        SQ_TA_001.field.idNo = STRING 10 0
        SQ_TA_001.field.fullName = STRING 60 0
        SQ_TA_001.field.rankCode = CODE 2 0 01 02
        SQ_TA_001.field.salaryPoint = INTEGER 4 0
        SQ_TA_001.field.effectiveDate = DATE 0 0
        SQ_TA_001.field.updatedAt = TIMESTAMP 0 0
        """
            .formatted(LocalDate.now(ZoneOffset.UTC).plusYears(1)));
    Path contract = Files.createDirectories(folder.resolve("contract"));
    Files.copy(Path.of("..", "wsdl", "exchange-v1.xsd"), contract.resolve("exchange.xsd"));
    Files.copy(
        Path.of("..", "wsdl", "exchange-v1.wsdl"), contract.resolve("exchange-no-policy.wsdl"));
  }

  Path folder() {
    return folder;
  }

  Path connection() {
    return folder.resolve("connection.conf");
  }
}
