package tw.gov.mocs.hub.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

class ScannedUploadTest {

  private static final FileOwner OWNER = new FileOwner("test", 1);

  @Test
  void keepsNothingThatTheConfiguredScannerRefuses() throws IOException {
    try (FakeClamd clamd = new FakeClamd();
        ConfigurableApplicationContext core =
            TestCore.start(
                TestDatabase.H2,
                Map.of(
                    "hub.file.clamav.host",
                    "127.0.0.1",
                    "hub.file.clamav.port",
                    Integer.toString(clamd.port())))) {
      StoredFiles files = core.getBean(StoredFiles.class);
      store(files, "clean");
      assertThatExceptionOfType(HubException.class)
          .isThrownBy(() -> store(files, FakeClamd.SIGNATURE))
          .returns(ErrorCode.FILE_INFECTED, HubException::code);
      assertThat(files.find(OWNER)).hasSize(1);
    }
  }

  private static void store(StoredFiles files, String text) {
    files.store(
        new ByteArrayInputStream(text.getBytes(UTF_8)),
        "a.txt",
        FileRules.DOCUMENTS,
        OWNER,
        "test");
  }
}
