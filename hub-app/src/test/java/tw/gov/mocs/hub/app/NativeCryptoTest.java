package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;
import java.security.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeCryptoTest {

  @AfterEach
  void leaveTheProvidersAsTheyWere() {
    Security.removeProvider(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void signsWithTheNativeLibraryOnLinux() throws Exception {
    NativeCrypto.install();

    assertThat(Signature.getInstance("SHA256withRSA").getProvider().getName())
        .isEqualTo(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
  }
}
