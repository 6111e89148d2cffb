package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeCryptoTest {

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void signsWithTheNativeLibraryOnLinux() throws Exception {
    NativeCrypto.install();

    assertThat(Signature.getInstance("SHA256withRSA").getProvider().getName())
        .isEqualTo(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
  }
}
