package tw.gov.mocs.hub.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * A secret key of the log in a file of its own.
 *
 * @param id written into everything that the key makes; never used again for another key
 * @param file 64 hexadecimal digits, readable by its owner alone
 */
public record KeyFile(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,20}") String id,
    @NotNull @Checked(by = KeyFiles.OfSecretKey.class) Path file) {

  /** Refuses two keys of one id; passes what is absent, which is a fault of its own. */
  static void requireOwnIds(@Nullable List<KeyFile> keys) {
    Set<String> seen = new HashSet<>();
    for (KeyFile key : keys == null ? List.<KeyFile>of() : keys) {
      if (key.id() != null && !seen.add(key.id())) {
        String text = "two keys have the id " + key.id();
        throw new HubException(ErrorCode.SETTINGS_INVALID, text, text);
      }
    }
  }
}
